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
import io.sentimentstreams.trainer.file.TextLines;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Collector of the valid rows of one split, which also counts the bad lines. Not thread-safe. */
public final class RowCollector {

  private final Path path;
  private final Split wanted;
  private final ReadSettings settings;
  private final BadLineCounter bad;
  private final RowNotes notes;
  private final SplitColumn splits;
  private final IdColumn ids;
  private final List<Candidate> candidates = new ArrayList<>();
  private final LabelTally labels = new LabelTally();

  /** Interned labels, which save memory with many rows. */
  private final Map<String, LabelValue> interned = new HashMap<>();

  private Path file;
  private String charset = "UTF-8";
  private long rows;

  public RowCollector(Path path, Split wanted, ReadSettings settings) {
    this.path = path;
    this.wanted = wanted;
    this.settings = settings;
    file = path;
    bad = new BadLineCounter(path, settings.badLines());
    notes = new RowNotes(path);
    splits = new SplitColumn(wanted);
    ids = new IdColumn(settings.layout().id());
  }

  /** Sets the file that the next rows come from. */
  public void file(Path next, String nextCharset) {
    file = next;
    charset = nextCharset;
  }

  /** Notes the columns that were found by their names. */
  void chosen(String text, String label) {
    if (settings.textNames().isUnusual(text) || settings.labelNames().isUnusual(label)) {
      notes.add("text: column '%s', label: column '%s'".formatted(shown(text), shown(label)));
    }
  }

  /** Counts a line that cannot be parsed. */
  void bad(long line, String problem) {
    rows++;
    bad.add(new BadLine(file, line, problem));
  }

  /** Counts a line that cannot be read. */
  void bad(long line, TextLines.Problem problem) {
    if (problem.isEncoding()) {
      bad.setEncodingRemedy(settings.layout().encoding().remedyForMalformed());
    }
    bad(line, problem.description());
  }

  /** Returns an error for a file without any row or header. */
  InvalidDataException empty() {
    return new InvalidDataException(file, "the file is empty", "Use a file with reviews");
  }

  /** Adds a row, or counts it as bad if it is invalid. */
  void row(LabelledRow row) {
    Optional<TextLines.Problem> unreadable = TextProblem.of(row, charset);
    if (unreadable.isPresent()) {
      bad(row.line(), unreadable.get());
      return;
    }
    rows++;
    Optional<String> problem = problem(row);
    if (problem.isPresent()) {
      bad.add(new BadLine(file, row.line(), problem.get()));
    } else if (TextProblem.isBlank(row.text())) {
      notes.blank();
    } else if (splits.selects(row)) {
      keep(row);
    }
  }

  private Optional<String> problem(LabelledRow row) {
    if (row.text().length() > ReviewText.MAX_BYTES) {
      return Optional.of("the text exceeds %d characters".formatted(ReviewText.MAX_BYTES));
    }
    if (TextProblem.isBlank(row.text())) {
      return Optional.empty();
    }
    return labelProblem(LabelValue.trimmed(row.label()))
        .or(
            () ->
                row.split()
                    .filter(split -> !split.isBlank() && SplitName.of(split).isEmpty())
                    .map(
                        split ->
                            "the split is "
                                + quoted(split)
                                + ", expected train, validation or test; --split-column none ignores the"
                                + " column"));
  }

  private Optional<String> labelProblem(String label) {
    if (settings.labels().mode() == LabelSettings.Mode.IGNORED) {
      return Optional.empty();
    }
    if (label.length() > Labels.MAX_LENGTH) {
      return Optional.of(
          "the label %s exceeds %d characters as if it were a text"
              .formatted(quoted(label), Labels.MAX_LENGTH));
    }
    return label.isEmpty() || Labels.isLabel(label)
        ? Optional.empty()
        : Optional.of("invalid label " + quoted(label));
  }

  private void keep(LabelledRow row) {
    LabelValue label = interned.computeIfAbsent(row.label(), LabelValue::of);
    candidates.add(
        new Candidate(
            new Candidate.Place(file, row.line(), rows),
            row.id(),
            row.text(),
            label,
            row.split(),
            row.domain()));
  }

  /**
   * Returns the collected reviews.
   *
   * @throws InvalidDataException if there are none, or the bad lines exceed the limit
   */
  public LabelledTexts result() {
    List<Candidate> inSplit = splits.filtered(candidates, bad, notes);
    if (inSplit.isEmpty()) {
      bad.result(rows);
      throw new InvalidDataException(
          path,
          rows == 0 ? "a header without rows" : splits.missing() + notes.blankRows(),
          rows == 0 ? "Add rows below the header" : "Add rows of this split");
    }
    List<Candidate> kept = ids.identified(inSplit, path.equals(file), bad, notes);
    kept.forEach(each -> labels.add(each.label(), each.place().line(), each.text().length()));
    if (labels.distinct() > Labels.MAX_LABELS && settings.labels().isInferred()) {
      throw new Plausibility(path, labels).tooManyDistinct();
    }
    LabelReading reading =
        new LabelReader(path, settings.labels(), settings.badLines(), labels).read();
    Labels known = reading.labels();
    List<LabelledText> texts = new ArrayList<>();
    for (Candidate each : kept) {
      if (reading.skips(each.label())) {
        continue;
      }
      OptionalInt label = reading.index(each.label());
      if (label.isPresent()) {
        texts.add(
            new LabelledText(
                each.id().orElseThrow(), each.text(), label.getAsInt(), each.domain().orElse("")));
      } else if (settings.labels().mode() == LabelSettings.Mode.LISTED) {
        throw notListed(each, known);
      } else {
        bad.add(
            each.bad(
                "the label is %s, expected %s"
                    .formatted(quoted(each.label().spelling()), listed(known))));
      }
    }
    BadLines badLines = bad.result(rows).withNotes(reading.notes());
    if (texts.isEmpty()) {
      throw new InvalidDataException(
          path, "no row has one of the labels " + listed(known), "Check the label column");
    }
    texts.sort(Comparator.comparing(LabelledText::id));
    return new LabelledTexts(
        known,
        texts,
        badLines.withNotes(notes.all()),
        wanted == Split.TRAIN && splits.count(SplitName.VALIDATION) > 0);
  }

  private static InvalidDataException notListed(Candidate row, Labels labels) {
    return new InvalidDataException(
        row.place().file(),
        "line %d: the label %s is not one of --labels %s"
            .formatted(row.place().line(), quoted(row.label().spelling()), listed(labels)),
        "Add it to --labels, or leave its rows out with --label-map '%s='"
            .formatted(shown(row.label().spelling())));
  }

  private static String listed(Labels labels) {
    return String.join(", ", labels.names().subList(0, Math.min(5, labels.size())))
        + (labels.size() > 5 ? ", ..." : "");
  }

  private static String quoted(String value) {
    return "'" + shown(value) + "'";
  }

  private static String shown(String value) {
    return PrintableText.of(value, 40);
  }
}
