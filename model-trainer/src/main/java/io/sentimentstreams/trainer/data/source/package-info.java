/** Data sets as folders, archives and table files. */
@NullMarked
package io.sentimentstreams.trainer.data.source;

import org.jspecify.annotations.NullMarked;
