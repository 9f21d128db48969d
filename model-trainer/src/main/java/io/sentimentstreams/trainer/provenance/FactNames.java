package io.sentimentstreams.trainer.provenance;

/**
 * Names of the facts in the {@code training} object of a manifest. They are part of the bundle
 * format: a renamed fact is missing in every bundle that exists.
 */
final class FactNames {

  static final String COMMAND = "command";

  static final String DATA_SOURCE = "dataSource";
  static final String DATA_PATH = "dataPath";
  static final String DATA_SHA256 = "dataSha256";
  static final String LIMIT = "limit";
  static final String VALIDATION_SHARE = "validationShare";
  static final String TRAINING_SHA256 = "trainingSha256";
  static final String TRAINING_EXAMPLES = "trainingExamples";
  static final String TRAINING_POSITIVE = "trainingPositive";
  static final String TRAINING_LABEL_PREFIX = "trainingLabel.";
  static final String VALIDATION_SHA256 = "validationSha256";
  static final String VALIDATION_EXAMPLES = "validationExamples";

  static final String UNLABELLED_EXAMPLES = "unlabelledExamples";
  static final String UNLABELLED_SPLITS = "unlabelledCuts";
  static final String UNLABELLED_PATH = "unlabelledPath";
  static final String UNLABELLED_SHA256 = "unlabelledSha256";
  static final String UNLABELLED_LIMIT = "limitUnlabelled";
  static final String TEACHER = "teacher";
  static final String TEACHER_CONFIDENCE = "teacherConfidence";

  static final String SOFT_LABEL_SHARE = "softLabelWeight";
  static final String SOFT_LABEL_LABELLED = "softLabelledExamples";
  static final String SOFT_LABEL_ADDITIONAL = "softAdditionalExamples";
  static final String SOFT_LABEL_FILE_PREFIX = "softLabels.";

  static final String SEED = "seed";
  static final String VOCABULARY = "vocabulary";
  static final String EMBEDDINGS = "embeddings";
  static final String PRESET = "preset";

  static final String BEST_EPOCH = "bestEpoch";
  static final String EPOCH_PREFIX = "epoch.";
  static final String FINISHED = "finished";
  static final String SECONDS = "seconds";
  static final String JAVA = "java";
  static final String PROCESSORS = "processors";
  static final String TRAINER = "trainer";

  static final String CALIBRATION = "calibration";
  static final String CALIBRATION_LEFT_OUT = "calibrationLeftOut";
  static final String TEMPERATURE = "calibrationTemperature";
  static final String SHIFT = "calibrationShift";
  static final String CALIBRATION_ERROR_BEFORE = "calibrationErrorBefore";
  static final String CALIBRATION_ERROR_AFTER = "calibrationErrorAfter";
  static final String LOG_LOSS_BEFORE = "logLossBefore";
  static final String TARGET_PRECISION = "wantedPrecision";

  static final String COVERAGE_PREFIX = "answeredAccuracy.";

  static final String ABSTAIN_COMMAND = "abstainCommand";
  static final String ABSTAIN_DATA = "abstainData";
  static final String ABSTAIN_SHA256 = "abstainDataSha256";

  static final String IMPORTED_FILE = "importedFrom";
  static final String IMPORTED_SHA256 = "importedSha256";
  static final String KERAS_VERSION = "kerasVersion";
  static final String IMPORTED_WRITER = "importedWriter";
  static final String COMPARED_SAMPLES = "checkedSamples";
  static final String LARGEST_DIFFERENCE = "checkedLargestDifference";

  private FactNames() {}
}
