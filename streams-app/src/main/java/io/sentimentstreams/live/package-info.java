/** What one instance does now, as a page and as JSON, and the scores of texts that are typed in. */
@NullMarked
package io.sentimentstreams.live;

import org.jspecify.annotations.NullMarked;
