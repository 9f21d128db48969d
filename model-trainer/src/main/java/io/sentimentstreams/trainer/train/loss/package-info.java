/** Loss functions and class weights. */
@NullMarked
package io.sentimentstreams.trainer.train.loss;

import org.jspecify.annotations.NullMarked;
