package io.sentimentstreams.trainer.softlabel;

import io.sentimentstreams.trainer.data.InvalidDataException;
import io.sentimentstreams.trainer.data.Labels;
import io.sentimentstreams.trainer.provenance.SoftLabelProvenance;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Mean of the soft labels of several files, text by text. Not thread-safe. */
final class SoftLabelCollector {

  /** Sums over the files that have a text. */
  private static final class Sums {

    private final String text;
    private final double[] probabilities;
    private double weights;
    private double fileWeights;

    Sums(String text, int labels) {
      this.text = text;
      probabilities = new double[labels];
    }

    void add(SoftLabelRow row, double fileWeight) {
      double weight = fileWeight * row.weight();
      for (int i = 0; i < probabilities.length; i++) {
        probabilities[i] += weight * row.probabilities()[i];
      }
      weights += weight;
      fileWeights += fileWeight;
    }

    SoftTarget mean() {
      double[] mean = Arrays.stream(probabilities).map(sum -> Math.min(1, sum / weights)).toArray();
      return new SoftTarget(text, mean, weights / fileWeights);
    }
  }

  private final Labels labels;
  private final KnownTexts known;
  private final Map<Long, Sums> sums = new LinkedHashMap<>();

  SoftLabelCollector(Labels labels, KnownTexts known) {
    this.labels = labels;
    this.known = known;
  }

  /** Reads a file and returns the facts about it. */
  SoftLabelProvenance.OfFile add(SoftLabelFile file) {
    Tally tally = new Tally();
    Set<Long> seen = new HashSet<>();
    SoftLabelHeader header =
        new SoftLabelReader(labels)
            .read(
                file.path(),
                row -> {
                  if (!seen.add(row.id())) {
                    throw row.place()
                        .error(
                            "the text of an earlier line",
                            "Remove one of them, or write them to two files, which are averaged");
                  }
                  add(file, row, tally);
                });
    if (tally.used == 0) {
      throw new InvalidDataException(
          file.path(),
          "no text to learn from: %d unknown ids, %d texts of the validation split"
              .formatted(tally.unknown, tally.heldOut),
          "Write the texts to the file, or score texts of the training split or of --unlabelled");
    }
    return new SoftLabelProvenance.OfFile(
        file.path().getFileName().toString(),
        SoftLabelReader.sha256(file.path()),
        header.teacher(),
        header.date(),
        file.weight(),
        tally.counts());
  }

  private void add(SoftLabelFile file, SoftLabelRow row, Tally tally) {
    Optional<String> text = known.text(row);
    if (text.isEmpty()) {
      tally.unknown++;
    } else if (known.isHeldOut(text.get())) {
      tally.heldOut++;
    } else {
      sums.computeIfAbsent(row.id(), id -> new Sums(text.get(), labels.size()))
          .add(row, file.weight());
      tally.used++;
      tally.confidence += Arrays.stream(row.probabilities()).max().orElseThrow();
    }
  }

  /** Returns the means by the id of the text, in the order of the files. */
  Map<Long, SoftTarget> means() {
    Map<Long, SoftTarget> means = new LinkedHashMap<>();
    sums.forEach((id, each) -> means.put(id, each.mean()));
    return means;
  }

  /** Counts of one file. */
  private static final class Tally {

    private int used;
    private int unknown;
    private int heldOut;
    private double confidence;

    SoftLabelProvenance.Counts counts() {
      return new SoftLabelProvenance.Counts(used, unknown, heldOut, confidence / used);
    }
  }
}
