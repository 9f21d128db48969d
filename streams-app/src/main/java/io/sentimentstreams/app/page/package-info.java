/** What one instance does now, as a page and as JSON, and the scores of texts that are typed in. */
@NullMarked
package io.sentimentstreams.app.page;

import org.jspecify.annotations.NullMarked;
