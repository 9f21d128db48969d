/** Files that are written completely or not at all, and the kinds of files by content. */
@NullMarked
package io.sentimentstreams.trainer.file;

import org.jspecify.annotations.NullMarked;
