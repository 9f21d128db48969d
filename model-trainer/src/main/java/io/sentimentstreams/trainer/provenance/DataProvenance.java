package io.sentimentstreams.trainer.provenance;

import io.sentimentstreams.trainer.data.DataFingerprint;
import io.sentimentstreams.trainer.data.source.TrainingData;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The labelled reviews of a training.
 *
 * @param source description of the data set
 * @param path location as typed
 * @param limit maximum number of reviews; empty for all
 * @param validationSplit share of the reviews in the validation split, above 0 and below 1
 * @param labels names of the labels, by index
 * @param fingerprints fingerprints of the reviews
 * @param softLabels soft labels from files; empty if there were none
 */
public record DataProvenance(
    String source,
    String path,
    Optional<Integer> limit,
    double validationSplit,
    List<String> labels,
    TrainingData.Fingerprints fingerprints,
    Optional<SoftLabelProvenance> softLabels) {

  public DataProvenance {
    labels = List.copyOf(labels);
  }

  /** Creates the provenance of data without soft labels. */
  public DataProvenance(
      String source,
      String path,
      Optional<Integer> limit,
      double validationSplit,
      List<String> labels,
      TrainingData.Fingerprints fingerprints) {
    this(source, path, limit, validationSplit, labels, fingerprints, Optional.empty());
  }

  /**
   * Creates the provenance of data that was read.
   *
   * @param path location as typed
   * @param limit maximum number of reviews; empty for all
   */
  public static DataProvenance of(TrainingData data, String path, Optional<Integer> limit) {
    return new DataProvenance(
        data.source(),
        path,
        limit,
        data.holdout().share(),
        data.labels().names(),
        data.fingerprints());
  }

  /** Returns the same with soft labels. */
  public DataProvenance withSoftLabels(Optional<SoftLabelProvenance> other) {
    return new DataProvenance(source, path, limit, validationSplit, labels, fingerprints, other);
  }

  void addTo(Map<String, String> facts) {
    DataFingerprint training = fingerprints.training();
    facts.put(FactNames.DATA_SOURCE, source);
    facts.put(FactNames.DATA_PATH, path);
    facts.put(FactNames.DATA_SHA256, fingerprints.whole().sha256());
    limit.ifPresent(count -> facts.put(FactNames.LIMIT, count.toString()));
    facts.put(FactNames.VALIDATION_SHARE, Double.toString(validationSplit));
    facts.put(FactNames.TRAINING_SHA256, training.sha256());
    facts.put(FactNames.TRAINING_EXAMPLES, Integer.toString(training.examples()));
    if (labels.size() == 2) {
      facts.put(FactNames.TRAINING_POSITIVE, Integer.toString(training.positive()));
    } else {
      for (int i = 0; i < labels.size(); i++) {
        facts.put(
            FactNames.TRAINING_LABEL_PREFIX + labels.get(i), Integer.toString(training.count(i)));
      }
    }
    facts.put(FactNames.VALIDATION_SHA256, fingerprints.validation().sha256());
    facts.put(
        FactNames.VALIDATION_EXAMPLES, Integer.toString(fingerprints.validation().examples()));
    softLabels.ifPresent(soft -> soft.addTo(facts));
  }
}
