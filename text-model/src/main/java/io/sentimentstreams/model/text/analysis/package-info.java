/**
 * Splitters of texts into words and morphemes. Only the classes of this package use Lucene, and
 * each loads its dictionary with the first text.
 */
@NullMarked
package io.sentimentstreams.model.text.analysis;

import org.jspecify.annotations.NullMarked;
