package io.sentimentstreams.trainer.data.table;

import io.sentimentstreams.trainer.data.BadLines;
import io.sentimentstreams.trainer.data.InvalidDataException;
import io.sentimentstreams.trainer.data.LabelledText;
import io.sentimentstreams.trainer.data.LabelledTexts;
import io.sentimentstreams.trainer.data.Labels;
import io.sentimentstreams.trainer.data.ReviewText;
import io.sentimentstreams.trainer.data.Split;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Keeps the rows of one part that are reviews, and counts those that are none. Not thread-safe. */
public final class RowCollector {

  /** A review whose label may turn out to be none. */
  private record Found(long line, String id, String text, String label) {}

  private final Path path;
  private final Split wanted;
  private final ReadSettings settings;
  private final BadLineCounter bad;
  private final List<Found> found = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();
  private final Map<String, Long> labels = new HashMap<>();

  /** Each label once, so that a million rows do not keep a million copies. */
  private final Map<String, String> spellings = new HashMap<>();

  private long rows;

  public RowCollector(Path path, Split wanted, ReadSettings settings) {
    this.path = path;
    this.wanted = wanted;
    this.settings = settings;
    bad = new BadLineCounter(path, settings.badLines());
  }

  /** Takes a line that is no row. */
  void bad(long line, String problem) {
    rows++;
    bad.add(line, problem);
  }

  /** Takes a row, which may still be none that can be used. */
  void row(LabelledRow row) {
    rows++;
    Optional<String> problem = problem(row);
    if (problem.isPresent()) {
      bad.add(row.line(), problem.get());
    } else if (row.split().isEmpty() || splitOf(row.split().get()).equals(Optional.of(wanted))) {
      keep(row);
    }
  }

  private static Optional<String> problem(LabelledRow row) {
    if (!isUnicode(row.text()) || !isUnicode(row.label()) || !isUnicode(row.id().orElse(""))) {
      return Optional.of("it is not valid UTF-8");
    }
    if (row.text().isBlank()) {
      return Optional.of("the text is empty");
    }
    if (row.text().length() > ReviewText.MAX_BYTES) {
      return Optional.of("a text longer than %d characters".formatted(ReviewText.MAX_BYTES));
    }
    if (row.label().isBlank()) {
      return Optional.of("the label is missing");
    }
    if (!Labels.isLabel(row.label().strip())) {
      return Optional.of("the label is " + quoted(row.label()));
    }
    if (row.id().isPresent() && row.id().get().isBlank()) {
      return Optional.of("the id is empty");
    }
    if (row.split().isPresent() && splitOf(row.split().get()).isEmpty()) {
      return Optional.of("the split is " + quoted(row.split().get()) + ", not train or test");
    }
    return Optional.empty();
  }

  /** Whether each half of a surrogate pair has the other one beside it. */
  private static boolean isUnicode(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        boolean pair =
            i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
        if (!pair) {
          return false;
        }
        i++;
      }
    }
    return true;
  }

  private static Optional<Split> splitOf(String value) {
    return switch (value.strip().toLowerCase(Locale.ROOT)) {
      case "train" -> Optional.of(Split.TRAIN);
      case "test" -> Optional.of(Split.TEST);
      default -> Optional.empty();
    };
  }

  private void keep(LabelledRow row) {
    String id = row.id().orElseGet(() -> "%09d".formatted(rows));
    if (!ids.add(id)) {
      bad.add(row.line(), "the id is " + quoted(id) + " again");
      return;
    }
    String label = spellings.computeIfAbsent(row.label().strip(), spelling -> spelling);
    if (spellings.size() > Labels.MAX_LABELS && settings.labels().isEmpty()) {
      throw new InvalidDataException(
          path,
          "has more than %d different labels, the last one %s"
              .formatted(Labels.MAX_LABELS, quoted(label)),
          "name the column with the labels by --label-column");
    }
    labels.merge(label, 1L, Long::sum);
    found.add(new Found(row.line(), id, row.text(), label));
  }

  /**
   * What was kept.
   *
   * @throws InvalidDataException if that is nothing, or too much was bad
   */
  public LabelledTexts result() {
    if (found.isEmpty()) {
      bad.result(rows);
      throw new InvalidDataException(
          path, "holds no review for " + wanted.label(), "add rows below the header");
    }
    Labels known = settings.labels().orElseGet(() -> Labels.infer(path, labels));
    Map<String, OptionalInt> indices = new HashMap<>();
    List<LabelledText> texts = new ArrayList<>();
    for (Found each : found) {
      OptionalInt label = indices.computeIfAbsent(each.label(), known::index);
      if (label.isPresent()) {
        texts.add(new LabelledText(each.id(), each.text(), label.getAsInt()));
      } else {
        bad.add(each.line(), "the label is " + quoted(each.label()) + ", not " + listed(known));
      }
    }
    BadLines badLines = bad.result(rows);
    if (texts.isEmpty()) {
      throw new InvalidDataException(
          path, "has no label that is " + listed(known), "check the column with the labels");
    }
    texts.sort(Comparator.comparing(LabelledText::id));
    return new LabelledTexts(known, texts, badLines);
  }

  private static String listed(Labels labels) {
    return String.join(", ", labels.names().subList(0, Math.min(5, labels.size())))
        + (labels.size() > 5 ? ", ..." : "");
  }

  private static String quoted(String value) {
    String cut = value.length() > 40 ? value.substring(0, 40) + "..." : value;
    return "'" + cut.replaceAll("\\p{Cntrl}", "?") + "'";
  }
}
