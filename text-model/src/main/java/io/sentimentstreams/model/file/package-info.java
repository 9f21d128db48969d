/** Files that are written completely or not at all. */
@NullMarked
package io.sentimentstreams.model.file;

import org.jspecify.annotations.NullMarked;
