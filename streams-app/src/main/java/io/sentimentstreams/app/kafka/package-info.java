/** Classification of the errors of Kafka's clients. */
@NullMarked
package io.sentimentstreams.app.kafka;

import org.jspecify.annotations.NullMarked;
