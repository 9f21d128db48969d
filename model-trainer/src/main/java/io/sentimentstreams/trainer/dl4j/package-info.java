/** Import from Deeplearning4j and export to it. */
@NullMarked
package io.sentimentstreams.trainer.dl4j;

import org.jspecify.annotations.NullMarked;
