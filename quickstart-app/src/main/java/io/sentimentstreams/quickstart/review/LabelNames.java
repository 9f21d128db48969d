package io.sentimentstreams.quickstart.review;

import java.util.List;
import java.util.Optional;

/**
 * The labels of a bundle, which files may spell in other cases.
 *
 * @param labels as the application writes them
 */
public record LabelNames(List<String> labels) {

  /** A message lists at most this number of labels. */
  private static final int MAX_LISTED = 100;

  /** Copies the list. */
  public LabelNames {
    labels = List.copyOf(labels);
  }

  /** Returns the label with a name: the same one, or the only one that differs in case alone. */
  public Optional<String> find(String name) {
    if (labels.contains(name)) {
      return Optional.of(name);
    }
    List<String> similar = labels.stream().filter(name::equalsIgnoreCase).toList();
    return similar.size() == 1 ? Optional.of(similar.get(0)) : Optional.empty();
  }

  /** Returns the labels for people, separated by commas. */
  String listed() {
    String first = String.join(", ", labels.subList(0, Math.min(labels.size(), MAX_LISTED)));
    return labels.size() <= MAX_LISTED
        ? first
        : first + " and " + (labels.size() - MAX_LISTED) + " more";
  }
}
