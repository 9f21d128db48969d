/** Commands for operators: looking at dead letters and replaying them, creating the topics. */
@NullMarked
package io.sentimentstreams.app.command;

import org.jspecify.annotations.NullMarked;
