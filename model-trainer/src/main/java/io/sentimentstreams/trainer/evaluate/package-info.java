/** Evaluation of models: scores of labelled texts and metrics. */
@NullMarked
package io.sentimentstreams.trainer.evaluate;

import org.jspecify.annotations.NullMarked;
