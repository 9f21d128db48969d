package io.sentimentstreams.trainer.data.table;

import io.sentimentstreams.trainer.data.Split;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Splits of data sets with the names that other programs give them. */
public enum SplitName {
  TRAIN("train|training"),
  VALIDATION("validation|valid|val|dev|development|eval|evaluation"),
  TEST("test|testing"),
  UNSUPERVISED("unsupervised|unsup|unlabelled|unlabeled");

  private final String names;

  SplitName(String names) {
    this.names = names;
  }

  /** Returns the split with a name, ignoring case and surrounding spaces. */
  public static Optional<SplitName> of(String name) {
    String plain = name.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(each -> plain.matches(each.names)).findFirst();
  }

  /** Returns the split; empty for reviews without labels. */
  public Optional<Split> split() {
    return switch (this) {
      case TRAIN -> Optional.of(Split.TRAIN);
      case VALIDATION -> Optional.of(Split.VALIDATION);
      case TEST -> Optional.of(Split.TEST);
      case UNSUPERVISED -> Optional.empty();
    };
  }

  /** Returns the display name, such as {@code train}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
