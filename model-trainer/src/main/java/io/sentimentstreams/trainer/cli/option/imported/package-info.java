/** Options of the commands that import models. */
@NullMarked
package io.sentimentstreams.trainer.cli.option.imported;

import org.jspecify.annotations.NullMarked;
