package io.sentimentstreams.app.admin;

import java.util.List;

/**
 * The names of the topics that scoring needs, all different.
 *
 * @param reviews the input topic
 * @param scores the output topic
 * @param deadLetter the topic of records that cannot be scored
 */
public record Topics(String reviews, String scores, String deadLetter) {

  List<String> all() {
    return List.of(reviews, scores, deadLetter);
  }
}
