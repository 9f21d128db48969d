package io.sentimentstreams.trainer.provenance;

import io.sentimentstreams.model.bundle.Manifest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Facts that a manifest contains. Any of them may be missing: bundles come from other releases and
 * from other programs. Thread-safe.
 */
public final class RecordedProvenance {

  /** Facts about origins rather than settings. */
  private static final Set<String> ORIGINS =
      Set.of(
          FactNames.COMMAND,
          FactNames.DATA_SOURCE,
          FactNames.DATA_PATH,
          FactNames.DATA_SHA256,
          FactNames.TRAINING_SHA256,
          FactNames.VALIDATION_SHA256,
          FactNames.UNLABELLED_PATH,
          FactNames.UNLABELLED_SHA256,
          FactNames.TEACHER,
          FactNames.ABSTAIN_COMMAND,
          FactNames.ABSTAIN_DATA,
          FactNames.ABSTAIN_SHA256,
          FactNames.SEED,
          FactNames.FINISHED,
          FactNames.JAVA,
          FactNames.PROCESSORS,
          FactNames.TRAINER);

  /** Facts that the text of a model card contains, so that its table does not. */
  private static final Set<String> IN_TEXT =
      Set.of(
          FactNames.COMMAND,
          FactNames.ABSTAIN_COMMAND,
          FactNames.DATA_SOURCE,
          FactNames.DATA_PATH,
          FactNames.UNLABELLED_PATH,
          FactNames.FINISHED,
          FactNames.SECONDS,
          FactNames.BEST_EPOCH);

  private final SortedMap<String, String> facts;

  private RecordedProvenance(Map<String, String> facts) {
    this.facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
  }

  /** Returns the facts of a manifest. */
  public static RecordedProvenance of(Manifest manifest) {
    return new RecordedProvenance(manifest.training());
  }

  /** Returns the command line. */
  public Optional<String> command() {
    return fact(FactNames.COMMAND);
  }

  /** Returns the command line that chose the abstain rules after the training. */
  public Optional<String> abstainCommand() {
    return fact(FactNames.ABSTAIN_COMMAND);
  }

  /** Returns the description of the labelled data. */
  public Optional<String> dataSource() {
    return fact(FactNames.DATA_SOURCE);
  }

  /** Returns the fingerprint of the labelled data before it was split. */
  public Optional<String> dataSha256() {
    return fact(FactNames.DATA_SHA256);
  }

  /** Returns the maximum number of labelled reviews. */
  public Optional<Integer> limit() {
    return fact(FactNames.LIMIT, Integer::valueOf);
  }

  /** Returns the seed. */
  public Optional<Long> seed() {
    return fact(FactNames.SEED, Long::valueOf);
  }

  /** Returns the share of the reviews in the validation split. */
  public Optional<Double> validationSplit() {
    return fact(FactNames.VALIDATION_SHARE, Double::valueOf);
  }

  /** Returns the fingerprint of the validation split. */
  public Optional<String> validationSha256() {
    return fact(FactNames.VALIDATION_SHA256);
  }

  /** Returns the number of reviews without labels. */
  public Optional<Integer> unlabelledExamples() {
    return fact(FactNames.UNLABELLED_EXAMPLES, Integer::valueOf);
  }

  /** Returns the description of the teacher. */
  public Optional<String> teacher() {
    return fact(FactNames.TEACHER);
  }

  /** Returns the number of labelled reviews with a soft label from a file. */
  public Optional<Integer> softLabelled() {
    return fact(FactNames.SOFT_LABEL_LABELLED, Integer::valueOf);
  }

  /** Returns the number of reviews without a label that have a soft label from a file. */
  public Optional<Integer> softAdditional() {
    return fact(FactNames.SOFT_LABEL_ADDITIONAL, Integer::valueOf);
  }

  /** Returns the files with soft labels and their teachers, such as {@code a.jsonl (MiniLM)}. */
  public List<String> softLabelFiles() {
    List<String> files = new ArrayList<>();
    for (int i = 1; fact(softLabels(i, "name")).isPresent(); i++) {
      files.add(
          "%s (%s)"
              .formatted(
                  fact(softLabels(i, "name")).orElseThrow(),
                  Stream.of(fact(softLabels(i, "teacher")), fact(softLabels(i, "date")))
                      .flatMap(Optional::stream)
                      .collect(Collectors.joining(", "))));
    }
    return files;
  }

  private static String softLabels(int number, String name) {
    return "%s%d.%s".formatted(FactNames.SOFT_LABEL_FILE_PREFIX, number, name);
  }

  /** Returns the total duration of all epochs in seconds. */
  public Optional<Long> seconds() {
    return fact(FactNames.SECONDS, Long::valueOf);
  }

  /** Returns whether the training is known to be finished. */
  public boolean isFinished() {
    return fact(FactNames.FINISHED).equals(Optional.of("true"));
  }

  /** Returns the number of the epoch whose weights the bundle contains. */
  public OptionalInt bestEpoch() {
    return fact(FactNames.BEST_EPOCH, Integer::valueOf)
        .map(OptionalInt::of)
        .orElse(OptionalInt.empty());
  }

  /** Returns the epochs, in order; facts that are not readable as epochs are skipped. */
  public List<EpochFigures> epochs() {
    return facts.entrySet().stream()
        .map(fact -> EpochFigures.read(fact.getKey(), fact.getValue()))
        .flatMap(Optional::stream)
        .toList();
  }

  /**
   * Returns the accuracy of the answers by coverage.
   *
   * @param split name of a split
   */
  public Optional<CoverageFacts> coverage(String split) {
    return fact(FactNames.COVERAGE_PREFIX + split, CoverageFacts::read);
  }

  /** Returns the facts about the import if the model was imported. */
  public Optional<ImportProvenance> imported() {
    return fact(FactNames.IMPORTED_FILE)
        .map(
            file ->
                new ImportProvenance(
                    file,
                    fact(FactNames.IMPORTED_SHA256).orElse("unknown"),
                    ImportProvenance.writer(
                        fact(FactNames.KERAS_VERSION), fact(FactNames.IMPORTED_WRITER)),
                    command().orElse("unknown"),
                    comparison()));
  }

  private Optional<ImportProvenance.Comparison> comparison() {
    return fact(FactNames.COMPARED_SAMPLES, Integer::valueOf)
        .flatMap(
            samples ->
                fact(FactNames.LARGEST_DIFFERENCE, Double::valueOf)
                    .map(difference -> new ImportProvenance.Comparison(samples, difference)));
  }

  /** Returns facts about origins by name: command, data, teacher, seed and environment. */
  public Map<String, String> origins() {
    return without(name -> !isOrigin(name));
  }

  /** Returns all facts by name that are neither origins nor figures of epochs and curves. */
  public Map<String, String> settings() {
    return without(RecordedProvenance::isOrigin);
  }

  private static boolean isOrigin(String name) {
    return ORIGINS.contains(name) || name.startsWith(FactNames.SOFT_LABEL_FILE_PREFIX);
  }

  /** Returns the facts by name that the table of a model card lists. */
  public Map<String, String> tableOfModelCard() {
    return without(IN_TEXT::contains);
  }

  private Map<String, String> without(Predicate<String> excluded) {
    SortedMap<String, String> kept = new TreeMap<>(facts);
    kept.keySet()
        .removeIf(
            name ->
                name.startsWith(FactNames.EPOCH_PREFIX)
                    || name.startsWith(FactNames.COVERAGE_PREFIX)
                    || excluded.test(name));
    return Collections.unmodifiableMap(kept);
  }

  private Optional<String> fact(String name) {
    return Optional.ofNullable(facts.get(name));
  }

  private <T> Optional<T> fact(String name, Function<String, T> reader) {
    try {
      return fact(name).map(reader);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
