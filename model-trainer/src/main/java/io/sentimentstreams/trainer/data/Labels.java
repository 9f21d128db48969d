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
 * The distinct labels of a data set.
 *
 * @param names two to {@value #MAX_LABELS} names; with two, a score is the probability of the
 *     second
 */
public record Labels(List<String> names) {

  /** Maximum number of labels of a data set. */
  public static final int MAX_LABELS = 1000;

  /** Labels of sentiment data sets. */
  public static final Labels SENTIMENT = new Labels(List.of("negative", "positive"));

  private static final int MAX_LENGTH = 64;

  /** Maximum share of texts with other labels in a sentiment data set. */
  private static final double MAX_OTHER_SHARE = 0.01;

  private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,18}");

  public Labels {
    names = List.copyOf(names);
    if (names.size() < 2 || names.size() > MAX_LABELS) {
      throw new IllegalArgumentException(
          "Invalid number of labels: %d. Use 2 to %d.".formatted(names.size(), MAX_LABELS));
    }
    for (String name : names) {
      if (!isLabel(name)) {
        throw new IllegalArgumentException(
            "Invalid label: '%s'. Use 1 to %d characters without control characters."
                .formatted(PrintableText.of(name, MAX_LENGTH), MAX_LENGTH));
      }
    }
    if (new HashSet<>(names).size() != names.size()) {
      throw new IllegalArgumentException(
          "Duplicate labels: %s. Use distinct labels.".formatted(names));
    }
  }

  /** Returns whether a text is a valid label. */
  public static boolean isLabel(String text) {
    return !text.isBlank()
        && text.length() <= MAX_LENGTH
        && text.chars().noneMatch(Character::isISOControl);
  }

  /**
   * Infers the labels of a data set. They are {@link #SENTIMENT} if at most 1 % of the texts have
   * another label. Otherwise, they are all labels that occur, sorted by value if all are integers,
   * else by name.
   *
   * @param counts number of texts per label
   * @throws InvalidDataException if there are fewer than three other labels, because the positive
   *     one is unknown
   */
  public static Labels infer(Path path, Map<String, Long> counts) {
    long all = 0;
    long sentiments = 0;
    for (Map.Entry<String, Long> count : counts.entrySet()) {
      all += count.getValue();
      sentiments += SENTIMENT.index(count.getKey()).isPresent() ? count.getValue() : 0;
    }
    if (sentiments > 0 && all - sentiments <= MAX_OTHER_SHARE * all) {
      return SENTIMENT;
    }
    List<String> names = counts.keySet().stream().sorted(order(counts.keySet())).toList();
    if (names.size() < 3) {
      throw new InvalidDataException(
          path,
          "unknown order of the labels " + String.join(", ", names),
          "Use negative and positive, neg and pos, or 0 and 1; or name both labels with --labels, the positive one last");
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

  /** Returns the number of labels. */
  public int size() {
    return names.size();
  }

  /**
   * Returns the index of a label; empty for an unknown label. For {@link #SENTIMENT}, {@code neg}
   * and {@code pos}, and {@code 0} and {@code 1}, are also accepted.
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
