/** What the layers compute, written out to be read. */
@NullMarked
package io.sentimentstreams.byhand;

import org.jspecify.annotations.NullMarked;
