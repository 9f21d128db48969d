package io.sentimentstreams.trainer.data.table;

import io.sentimentstreams.trainer.data.BadLines;
import io.sentimentstreams.trainer.data.InvalidDataException;
import io.sentimentstreams.trainer.data.LabelledText;
import io.sentimentstreams.trainer.data.LabelledTexts;
import io.sentimentstreams.trainer.data.Labels;
import io.sentimentstreams.trainer.data.PrintableText;
import io.sentimentstreams.trainer.data.ReviewText;
import io.sentimentstreams.trainer.data.Split;
import io.sentimentstreams.trainer.data.label.LabelReader;
import io.sentimentstreams.trainer.data.label.LabelReading;
import io.sentimentstreams.trainer.data.label.LabelSettings;
import io.sentimentstreams.trainer.data.label.LabelTally;
import io.sentimentstreams.trainer.data.label.LabelValue;
import io.sentimentstreams.trainer.data.label.Plausibility;
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

/** Collector of the valid rows of one split, which also counts the bad lines. Not thread-safe. */
public final class RowCollector {

  /** A review whose label is checked when all labels are known. */
  private record Candidate(long line, String id, String text, LabelValue label) {}

  private final Path path;
  private final Split wanted;
  private final ReadSettings settings;
  private final BadLineCounter bad;
  private final List<Candidate> candidates = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();
  private final LabelTally labels = new LabelTally();

  /** Interned labels, which save memory with many rows. */
  private final Map<String, LabelValue> interned = new HashMap<>();

  private long rows;

  public RowCollector(Path path, Split wanted, ReadSettings settings) {
    this.path = path;
    this.wanted = wanted;
    this.settings = settings;
    bad = new BadLineCounter(path, settings.badLines());
  }

  /** Counts a line that cannot be parsed. */
  void bad(long line, String problem) {
    rows++;
    bad.add(line, problem);
  }

  /** Adds a row, or counts it as bad if it is invalid. */
  void row(LabelledRow row) {
    rows++;
    Optional<String> problem = problem(row);
    if (problem.isPresent()) {
      bad.add(row.line(), problem.get());
    } else if (row.split().isEmpty() || splitOf(row.split().get()).equals(Optional.of(wanted))) {
      keep(row);
    }
  }

  private Optional<String> problem(LabelledRow row) {
    if (!isUnicode(row.text()) || !isUnicode(row.label()) || !isUnicode(row.id().orElse(""))) {
      return Optional.of("not valid UTF-8");
    }
    if (row.text().isBlank()) {
      return Optional.of("the text is empty");
    }
    if (row.text().length() > ReviewText.MAX_BYTES) {
      return Optional.of("the text exceeds %d characters".formatted(ReviewText.MAX_BYTES));
    }
    if (settings.labels().mode() != LabelSettings.Mode.IGNORED) {
      String label = LabelValue.trimmed(row.label());
      if (label.length() > Labels.MAX_LENGTH) {
        return Optional.of(
            "the label %s exceeds %d characters as if it were a text"
                .formatted(quoted(label), Labels.MAX_LENGTH));
      }
      if (!label.isEmpty() && !Labels.isLabel(label)) {
        return Optional.of("invalid label " + quoted(label));
      }
    }
    if (row.id().isPresent() && row.id().get().isBlank()) {
      return Optional.of("the id is empty");
    }
    if (row.split().isPresent() && splitOf(row.split().get()).isEmpty()) {
      return Optional.of("the split is " + quoted(row.split().get()) + ", expected train or test");
    }
    return Optional.empty();
  }

  /** Returns whether a text has no unpaired surrogates. */
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
      bad.add(row.line(), "duplicate id " + quoted(id));
      return;
    }
    LabelValue label = interned.computeIfAbsent(row.label(), LabelValue::of);
    labels.add(label, row.line(), row.text().length());
    if (labels.distinct() > Labels.MAX_LABELS && settings.labels().isInferred()) {
      throw new Plausibility(path, labels).tooManyDistinct();
    }
    candidates.add(new Candidate(row.line(), id, row.text(), label));
  }

  /**
   * Returns the collected reviews.
   *
   * @throws InvalidDataException if there are none, or the bad lines exceed the limit
   */
  public LabelledTexts result() {
    if (candidates.isEmpty()) {
      bad.result(rows);
      throw new InvalidDataException(
          path, "no reviews for split " + wanted.label(), "Add rows below the header");
    }
    LabelReading reading =
        new LabelReader(path, settings.labels(), settings.badLines(), labels).read();
    Labels known = reading.labels();
    List<LabelledText> texts = new ArrayList<>();
    for (Candidate each : candidates) {
      if (reading.skips(each.label())) {
        continue;
      }
      OptionalInt label = reading.index(each.label());
      if (label.isPresent()) {
        texts.add(new LabelledText(each.id(), each.text(), label.getAsInt()));
      } else {
        bad.add(
            each.line(),
            "the label is %s, expected %s"
                .formatted(quoted(each.label().spelling()), listed(known)));
      }
    }
    BadLines badLines = bad.result(rows).withNotes(reading.notes());
    if (texts.isEmpty()) {
      throw new InvalidDataException(
          path, "no row has one of the labels " + listed(known), "Check the label column");
    }
    texts.sort(Comparator.comparing(LabelledText::id));
    return new LabelledTexts(known, texts, badLines);
  }

  private static String listed(Labels labels) {
    return String.join(", ", labels.names().subList(0, Math.min(5, labels.size())))
        + (labels.size() > 5 ? ", ..." : "");
  }

  private static String quoted(String value) {
    return "'" + PrintableText.of(value, 40) + "'";
  }
}
