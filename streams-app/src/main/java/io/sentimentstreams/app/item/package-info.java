/** Sentiment by item: the windowed aggregation of scores, its store, queries and meters. */
@NullMarked
package io.sentimentstreams.app.item;

import org.jspecify.annotations.NullMarked;
