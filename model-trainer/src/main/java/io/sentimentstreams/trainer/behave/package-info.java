/** Answers of models to the behaviour suite, with pass rates by capability. */
@NullMarked
package io.sentimentstreams.trainer.behave;

import org.jspecify.annotations.NullMarked;
