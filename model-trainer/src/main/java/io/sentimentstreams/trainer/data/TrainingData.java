package io.sentimentstreams.trainer.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The reviews of a training.
 *
 * @param source what they are, for people
 * @param labels what they can be called
 * @param badLines what was left out
 * @param whole fingerprint of the training part as it was read
 * @param validationShare how much was to be held out
 * @param seed what decided which
 * @param parts what is learned from and what is held out
 * @param training fingerprint of what is learned from
 * @param validation fingerprint of what is held out
 */
public record TrainingData(
    String source,
    Labels labels,
    BadLines badLines,
    DataFingerprint whole,
    double validationShare,
    long seed,
    ValidationSplit parts,
    DataFingerprint training,
    DataFingerprint validation) {

  /** The official data set, as model cards name it. */
  public static final String IMDB =
      "Large Movie Review Dataset v1.0 (Maas et al., 2011,"
          + " https://ai.stanford.edu/~amaas/data/sentiment/)";

  /**
   * Reads the training part and holds out a part of it. The same arguments give the same parts.
   *
   * @param limit how many reviews are used; empty for all
   * @throws InvalidDataException if there are too few of them, or of one kind only
   */
  public static TrainingData read(DataSource source, Optional<Integer> limit, double share, long seed) {
    Path path = source.path();
    LabelledTexts read = source.read(Split.TRAIN);
    List<LabelledText> all = read.texts();
    List<LabelledText> texts = ValidationSplit.sample(all, limit.orElse(all.size()), seed);
    if (texts.size() < 2) {
      throw new InvalidDataException(path, "holds 1 review", "training needs at least 2");
    }
    ValidationSplit parts = ValidationSplit.of(texts, share, seed);
    TrainingData data =
        new TrainingData(
            name(source),
            read.labels(),
            read.badLines(),
            DataFingerprint.of(all),
            share,
            seed,
            parts,
            DataFingerprint.of(parts.training()),
            DataFingerprint.of(parts.validation()));
    if (data.training().counts().stream().filter(count -> count > 0).count() < 2) {
      throw new InvalidDataException(
          path,
          "has reviews of one label only",
          "give reviews of each: " + String.join(", ", read.labels().names()));
    }
    return data;
  }

  /** What a source is, for people. */
  public static String name(DataSource source) {
    return source instanceof RowFile file
        ? "the %s file %s".formatted(file.format().label(), file.path().getFileName())
        : IMDB;
  }
}
