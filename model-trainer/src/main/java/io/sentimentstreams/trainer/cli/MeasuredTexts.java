package io.sentimentstreams.trainer.cli;

import io.sentimentstreams.model.bundle.Manifest;
import io.sentimentstreams.trainer.data.DataFingerprint;
import io.sentimentstreams.trainer.data.InvalidDataException;
import io.sentimentstreams.trainer.data.LabelledText;
import io.sentimentstreams.trainer.data.LabelledTexts;
import io.sentimentstreams.trainer.data.Labels;
import io.sentimentstreams.trainer.data.Split;
import io.sentimentstreams.trainer.data.source.DataSource;
import io.sentimentstreams.trainer.data.source.RowFile;
import io.sentimentstreams.trainer.data.source.RowFolder;
import io.sentimentstreams.trainer.data.source.TrainingData;
import io.sentimentstreams.trainer.data.table.ReadSettings;
import io.sentimentstreams.trainer.provenance.RecordedProvenance;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The labelled reviews on which a command measures a bundle.
 *
 * @param bundle path of the bundle, for messages
 * @param data path of the data
 * @param settings how files of rows are read
 * @param split split of the data
 */
record MeasuredTexts(Path bundle, Path data, ReadSettings settings, Split split) {

  /**
   * Reads the reviews with the labels of a bundle.
   *
   * @param err receives warnings
   * @throws InvalidDataException if there are none that fit the bundle
   */
  List<LabelledText> read(Manifest manifest, PrintWriter err) {
    List<LabelledText> texts =
        split == Split.VALIDATION ? validation(manifest, err) : stored(manifest, err);
    Optional<String> learned = RecordedProvenance.of(manifest).dataSha256();
    if (learned.equals(Optional.of(DataFingerprint.of(texts).sha256()))) {
      err.println(
          "warning: the bundle is measured on its training reviews. Give another --data or --split.");
    }
    return texts;
  }

  private DataSource source(Manifest manifest) {
    return DataSource.of(data, settings.withLabels(new Labels(manifest.labels())));
  }

  private List<LabelledText> stored(Manifest manifest, PrintWriter err) {
    LabelledTexts read = source(manifest).read(split);
    if (read.labels().size() != manifest.labels().size()) {
      throw new InvalidDataException(
          data,
          "%d labels (%s) instead of the %d of the bundle"
              .formatted(
                  read.labels().size(),
                  String.join(", ", read.labels().names()),
                  manifest.labels().size()),
          "Use data with the labels of the bundle");
    }
    read.warnings().forEach(warning -> err.println("warning: " + warning));
    return read.texts();
  }

  /** Holds out the validation split again, and checks that it is the same. */
  private List<LabelledText> validation(Manifest manifest, PrintWriter err) {
    RecordedProvenance recorded = RecordedProvenance.of(manifest);
    Optional<TrainingData.Holdout> holdout =
        recorded
            .validationSplit()
            .flatMap(share -> recorded.seed().map(seed -> new TrainingData.Holdout(share, seed)));
    Optional<String> sha256 = recorded.validationSha256();
    if (holdout.isEmpty() || sha256.isEmpty()) {
      return storedValidation(manifest, err);
    }
    TrainingData read = TrainingData.read(source(manifest), recorded.limit(), holdout.get());
    if (!read.fingerprints().validation().sha256().equals(sha256.get())) {
      throw new InvalidDataException(
          data,
          "different from the training data of the bundle",
          "Use the same data and options such as --label-map, or --split test");
    }
    read.badLines().warnings().forEach(warning -> err.println("warning: " + warning));
    return read.parts().validation();
  }

  /** Reads the validation split of the data for a bundle that does not record its own. */
  private List<LabelledText> storedValidation(Manifest manifest, PrintWriter err) {
    try {
      LabelledTexts read = source(manifest).readValidation(new Labels(manifest.labels()));
      read.badLines().warnings().forEach(warning -> err.println("warning: " + warning));
      return read.texts();
    } catch (InvalidDataException e) {
      throw new InvalidDataException(
          bundle,
          "no record of the validation split, and the data has none",
          "Use --split test, or data with a validation split");
    }
  }

  /** Returns a description of the reviews for the records of the bundle. */
  String description(Manifest manifest) {
    DataSource source = source(manifest);
    return source instanceof RowFile || source instanceof RowFolder
        ? TrainingData.describe(source)
        : "official test part of " + TrainingData.IMDB;
  }
}
