/** Kinds of files, determined by content. */
@NullMarked
package io.sentimentstreams.trainer.file;

import org.jspecify.annotations.NullMarked;
