package io.sentimentstreams.trainer.data;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * What the texts of a data set can be called, each at most once.
 *
 * @param names two to {@value #MAX_LABELS}; of two, the second one is what a score is the
 *     probability of
 */
public record Labels(List<String> names) {

  /** The most labels that a data set may have. */
  public static final int MAX_LABELS = 1000;

  /** How data sets of opinions are labelled. */
  public static final Labels SENTIMENT = new Labels(List.of("negative", "positive"));

  private static final int MAX_LENGTH = 64;

  /** Other labels beside those of opinions are stray ones as long as they are fewer than this. */
  private static final double MAX_OTHER_SHARE = 0.01;

  private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,18}");

  public Labels {
    names = List.copyOf(names);
    if (names.size() < 2 || names.size() > MAX_LABELS) {
      throw new IllegalArgumentException(
          "there must be 2 to %d labels, were %d".formatted(MAX_LABELS, names.size()));
    }
    for (String name : names) {
      if (!isLabel(name)) {
        throw new IllegalArgumentException(
            "a label must have 1 to %d characters, none of them a control character, was '%s'"
                .formatted(MAX_LENGTH, ReviewText.printable(name)));
      }
    }
    if (new HashSet<>(names).size() != names.size()) {
      throw new IllegalArgumentException("labels must differ, were " + names);
    }
  }

  /** Whether a text can be a label. */
  public static boolean isLabel(String text) {
    return !text.isBlank()
        && text.length() <= MAX_LENGTH
        && text.chars().noneMatch(Character::isISOControl);
  }

  /**
   * The labels of a data set that does not say what they are. They are {@link #SENTIMENT} where all
   * but stray ones mean that, else all that there are: by their value if they are whole numbers,
   * else by their spelling.
   *
   * @param counts how often each was seen
   * @throws InvalidDataException if there are fewer than three, for then only their owner knows
   *     which one is positive
   */
  public static Labels infer(Path path, Map<String, Long> counts) {
    long all = 0;
    long opinions = 0;
    for (Map.Entry<String, Long> count : counts.entrySet()) {
      all += count.getValue();
      opinions += SENTIMENT.index(count.getKey()).isPresent() ? count.getValue() : 0;
    }
    if (opinions > 0 && all - opinions <= MAX_OTHER_SHARE * all) {
      return SENTIMENT;
    }
    List<String> names = counts.keySet().stream().sorted(order(counts.keySet())).toList();
    if (names.size() < 3) {
      throw new InvalidDataException(
          path,
          "its labels are " + String.join(", ", names),
          "use negative and positive, neg and pos, or 0 and 1, or name both with --labels, the"
              + " positive one last");
    }
    return new Labels(names);
  }

  private static Comparator<String> order(Iterable<String> names) {
    for (String name : names) {
      if (!WHOLE_NUMBER.matcher(name).matches()) {
        return Comparator.naturalOrder();
      }
    }
    return Comparator.comparingLong((String name) -> Long.parseLong(name))
        .thenComparing(Comparator.naturalOrder());
  }

  /** How many there are. */
  public int size() {
    return names.size();
  }

  /**
   * The place of a label among the names; empty for one that is none of them. {@link #SENTIMENT}
   * can be written as {@code neg} and {@code pos}, or {@code 0} and {@code 1}, too.
   */
  public OptionalInt index(String label) {
    int index = this.equals(SENTIMENT) ? sentimentIndex(label) : names.indexOf(label);
    return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
  }

  private static int sentimentIndex(String label) {
    return switch (label.toLowerCase(Locale.ROOT)) {
      case "negative", "neg", "0" -> 0;
      case "positive", "pos", "1" -> 1;
      default -> -1;
    };
  }
}
