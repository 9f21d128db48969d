/** Answers what is counted by item, from this instance or from the one that counts it. */
@NullMarked
package io.sentimentstreams.app.item;

import org.jspecify.annotations.NullMarked;
