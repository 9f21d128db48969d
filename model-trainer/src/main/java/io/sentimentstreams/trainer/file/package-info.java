/** Files that are written completely or not at all. */
@NullMarked
package io.sentimentstreams.trainer.file;

import org.jspecify.annotations.NullMarked;
