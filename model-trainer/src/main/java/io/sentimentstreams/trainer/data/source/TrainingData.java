package io.sentimentstreams.trainer.data.source;

import io.sentimentstreams.trainer.data.BadLines;
import io.sentimentstreams.trainer.data.DataFingerprint;
import io.sentimentstreams.trainer.data.InvalidDataException;
import io.sentimentstreams.trainer.data.LabelledText;
import io.sentimentstreams.trainer.data.LabelledTexts;
import io.sentimentstreams.trainer.data.Labels;
import io.sentimentstreams.trainer.data.Split;
import io.sentimentstreams.trainer.data.ValidationSplit;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The labelled reviews of a training. Immutable.
 *
 * @param source description of the data set
 * @param labels labels that reviews can have
 * @param badLines lines that were left out
 * @param holdout how the validation split was chosen
 * @param parts training and validation reviews
 * @param fingerprints fingerprints of the reviews
 */
public record TrainingData(
    String source,
    Labels labels,
    BadLines badLines,
    Holdout holdout,
    ValidationSplit parts,
    Fingerprints fingerprints) {

  /** Description of the Large Movie Review Dataset. */
  public static final String IMDB =
      "Large Movie Review Dataset v1.0 (Maas et al., 2011,"
          + " https://ai.stanford.edu/~amaas/data/sentiment/)";

  /**
   * The choice of a validation split.
   *
   * @param share share of the reviews, above 0 and below 1
   * @param seed seed of the random choice, if the data set contains no validation split
   */
  public record Holdout(double share, long seed) {

    public Holdout {
      if (!(share > 0 && share < 1)) {
        throw new IllegalArgumentException(
            "--validation-split must be above 0 and below 1, was " + share);
      }
    }
  }

  /**
   * Fingerprints of the reviews.
   *
   * @param whole of the train split as it was read, before the limit
   * @param training of the training reviews
   * @param validation of the validation reviews
   */
  public record Fingerprints(
      DataFingerprint whole, DataFingerprint training, DataFingerprint validation) {}

  /**
   * Reads the train split and the validation split. The validation split is the one that the data
   * set contains, or else is held out. The same arguments give the same reviews.
   *
   * @param limit maximum number of reviews; empty for all
   * @throws InvalidDataException if there are fewer than two reviews or only one label
   */
  public static TrainingData read(DataSource source, Optional<Integer> limit, Holdout holdout) {
    Path path = source.path();
    LabelledTexts read = source.read(Split.TRAIN);
    List<LabelledText> all = read.texts();
    List<LabelledText> texts =
        ValidationSplit.sample(all, limit.orElse(all.size()), holdout.seed());
    if (texts.size() < 2) {
      throw new InvalidDataException(path, "only 1 review", "Use at least 2");
    }
    Optional<List<LabelledText>> stored =
        read.hasStoredValidation()
            ? Optional.of(source.readValidation(read.labels()).texts())
            : Optional.empty();
    ValidationSplit parts =
        stored
            .map(validation -> new ValidationSplit(texts, validation))
            .orElseGet(() -> ValidationSplit.of(texts, holdout.share(), holdout.seed()));
    DataFingerprint training = DataFingerprint.of(parts.training());
    DataFingerprint whole = DataFingerprint.of(all);
    TrainingPart part = new TrainingPart(path, read.labels(), limit, holdout.share());
    part.requireTwoLabels(whole, training);
    return new TrainingData(
        describe(source),
        read.labels(),
        read.badLines()
            .withNotes(stored.map(found -> note(path, found)).stream().toList())
            .withNotes(part.missing(training)),
        stored.map(found -> new Holdout(share(texts, found), holdout.seed())).orElse(holdout),
        parts,
        new Fingerprints(whole, training, DataFingerprint.of(parts.validation())));
  }

  private static double share(List<LabelledText> training, List<LabelledText> validation) {
    return (double) validation.size() / (training.size() + validation.size());
  }

  private static String note(Path path, List<LabelledText> validation) {
    return String.format(
        Locale.ROOT,
        "%s: the validation split is the %,d reviews of split validation",
        path,
        validation.size());
  }

  /** Returns a description of a data set, such as "the CSV file reviews.csv". */
  public static String describe(DataSource source) {
    if (source instanceof RowFile file) {
      return "the %s file %s".formatted(file.format().label(), file.path().getFileName());
    }
    return source instanceof RowFolder folder
        ? "the files of the folder " + folder.path().getFileName()
        : IMDB;
  }
}
