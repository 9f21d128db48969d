/** Input formats: decodes Avro, JSON or plain text to reviews, with the reasons of a failure. */
@NullMarked
package io.sentimentstreams.app.review;

import org.jspecify.annotations.NullMarked;
