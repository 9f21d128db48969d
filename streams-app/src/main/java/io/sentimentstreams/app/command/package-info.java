/** The command line: running the application, dead letters and topics. */
@NullMarked
package io.sentimentstreams.app.command;

import org.jspecify.annotations.NullMarked;
