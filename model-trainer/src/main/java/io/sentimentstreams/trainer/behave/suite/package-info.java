/** The behaviour suite: short texts with an expected answer, expanded from templates. */
@NullMarked
package io.sentimentstreams.trainer.behave.suite;

import org.jspecify.annotations.NullMarked;
