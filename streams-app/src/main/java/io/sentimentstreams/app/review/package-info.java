/** Turns the values of the topic of reviews into reviews: Avro, JSON or plain text. */
@NullMarked
package io.sentimentstreams.app.review;

import org.jspecify.annotations.NullMarked;
