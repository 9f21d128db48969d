/** The Kafka Streams topology: decodes, validates and scores reviews, and writes the results. */
@NullMarked
package io.sentimentstreams.app.topology;

import org.jspecify.annotations.NullMarked;
