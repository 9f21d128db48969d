package io.sentimentstreams.trainer.provenance;

import io.sentimentstreams.trainer.train.EpochResult;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import io.sentimentstreams.trainer.distill.PseudoLabels;
import io.sentimentstreams.trainer.data.TrainingData;
import io.sentimentstreams.trainer.pipeline.TrainingPlan;

/** What a bundle records of its training, by name, and how it is found again. */
public final class TrainingFacts {

  public static final String COMMAND = "command";
  public static final String SOURCE = "dataSource";
  public static final String PATH = "dataPath";
  public static final String DATA_SHA256 = "dataSha256";
  public static final String LIMIT = "limit";
  public static final String VALIDATION_SHARE = "validationShare";
  public static final String VALIDATION_SHA256 = "validationSha256";
  public static final String SEED = "seed";
  public static final String UNLABELLED = "unlabelledExamples";
  public static final String UNLABELLED_PATH = "unlabelledPath";
  public static final String TEACHER = "teacher";
  public static final String BEST_EPOCH = "bestEpoch";
  public static final String FINISHED = "finished";
  public static final String SECONDS = "seconds";
  public static final String CALIBRATION = "calibration";
  public static final String TEMPERATURE = "calibrationTemperature";
  public static final String SHIFT = "calibrationShift";
  public static final String CALIBRATION_ERROR_BEFORE = "calibrationErrorBefore";
  public static final String CALIBRATION_ERROR_AFTER = "calibrationErrorAfter";
  public static final String LOG_LOSS_BEFORE = "logLossBefore";
  public static final String PRECISION = "wantedPrecision";
  public static final String EPOCH_PREFIX = "epoch.";

  private TrainingFacts() {}

  /**
   * The facts so far.
   *
   * @param judged of reviews without labels
   * @param history all epochs so far, at least one
   * @param best the epoch whose weights the bundle holds
   * @param finished whether the training came to its end
   */
  public static Map<String, String> of(
      TrainingPlan plan,
      TrainingData data,
      PseudoLabels judged,
      List<EpochResult> history,
      EpochResult best,
      boolean finished) {
    Map<String, String> facts = new TreeMap<>(plan.settings().asMap());
    facts.putAll(judged.facts());
    facts.put(COMMAND, plan.command());
    facts.put(SOURCE, data.source());
    facts.put(PATH, plan.data().path().toString());
    facts.put(DATA_SHA256, data.whole().sha256());
    plan.limit().ifPresent(limit -> facts.put(LIMIT, limit.toString()));
    plan.vectors()
        .ifPresent(
            vectors ->
                facts.put(
                    "embeddings",
                    "%s of width %d, %s"
                        .formatted(
                            vectors.file().path().getFileName(),
                            vectors.width(),
                            vectors.spelled())));
    plan.preset().ifPresent(preset -> facts.put("preset", preset.toString()));
    facts.put("vocabulary", plan.vocabulary().toString());
    facts.put(VALIDATION_SHARE, Double.toString(plan.validationShare()));
    facts.put("trainingSha256", data.training().sha256());
    facts.put("trainingExamples", Integer.toString(data.training().examples()));
    facts.putAll(labels(data));
    facts.put(VALIDATION_SHA256, data.validation().sha256());
    facts.put("validationExamples", Integer.toString(data.validation().examples()));
    facts.put(BEST_EPOCH, Integer.toString(best.epoch()));
    facts.put(FINISHED, Boolean.toString(finished));
    facts.put(SECONDS, Long.toString(total(history).toSeconds()));
    facts.put("java", System.getProperty("java.version"));
    facts.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
    Optional.ofNullable(TrainingFacts.class.getPackage().getImplementationVersion())
        .ifPresent(version -> facts.put("trainer", version));
    history.forEach(epoch -> facts.put(key(epoch), line(epoch)));
    return facts;
  }

  /** How many reviews of each label are learned from. */
  private static Map<String, String> labels(TrainingData data) {
    if (data.labels().size() == 2) {
      return Map.of("trainingPositive", Integer.toString(data.training().positive()));
    }
    Map<String, String> facts = new TreeMap<>();
    for (int i = 0; i < data.labels().size(); i++) {
      facts.put(
          "trainingLabel." + data.labels().names().get(i),
          Integer.toString(data.training().count(i)));
    }
    return facts;
  }

  private static Duration total(List<EpochResult> history) {
    return history.stream().map(EpochResult::duration).reduce(Duration.ZERO, Duration::plus);
  }

  private static String key(EpochResult result) {
    return "%s%03d".formatted(EPOCH_PREFIX, result.epoch());
  }

  /** Loss and accuracy in training, loss and accuracy in validation, seconds. */
  private static String line(EpochResult result) {
    return String.format(
        Locale.ROOT,
        "%.5f %.5f %.5f %.5f %d",
        result.training().loss(),
        result.training().accuracy(),
        result.validation().loss(),
        result.validation().accuracy(),
        result.duration().toSeconds());
  }
}
