/** Command-line options that commands share, as picocli mixins. */
@NullMarked
package io.sentimentstreams.trainer.cli.option;

import org.jspecify.annotations.NullMarked;
