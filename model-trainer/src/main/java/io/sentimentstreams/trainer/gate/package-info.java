/** The decision whether a bundle is significantly worse than a previous one. */
@NullMarked
package io.sentimentstreams.trainer.gate;

import org.jspecify.annotations.NullMarked;
