/** Bundles with their model cards, made from trained models. */
@NullMarked
package io.sentimentstreams.trainer.packaging;

import org.jspecify.annotations.NullMarked;
