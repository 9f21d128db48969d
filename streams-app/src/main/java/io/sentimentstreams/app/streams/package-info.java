/** Configuration and error handling of Kafka Streams, and its client wrappers. */
@NullMarked
package io.sentimentstreams.app.streams;

import org.jspecify.annotations.NullMarked;
