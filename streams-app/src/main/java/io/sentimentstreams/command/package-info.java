/** Commands for operators: looking at dead letters and replaying them, creating the topics. */
@NullMarked
package io.sentimentstreams.command;

import org.jspecify.annotations.NullMarked;
