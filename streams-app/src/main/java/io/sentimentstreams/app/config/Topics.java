package io.sentimentstreams.app.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The topics' names.
 *
 * @param reviews where reviews are read
 * @param scores where scores are written
 * @param deadLetter where records are written that cannot be scored
 * @param items those of the sentiment by item; empty where it is not asked for
 */
public record Topics(String reviews, String scores, String deadLetter, Optional<ItemTopics> items) {

  /** Without sentiment by item. */
  public Topics(String reviews, String scores, String deadLetter) {
    this(reviews, scores, deadLetter, Optional.empty());
  }

  /** All of them, the topic of reviews first. */
  public List<String> all() {
    List<String> all = new ArrayList<>(List.of(reviews, scores, deadLetter));
    items.ifPresent(more -> all.addAll(more.all()));
    return List.copyOf(all);
  }
}
