package io.sentimentstreams.model.bundle;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.sentimentstreams.model.decision.AbstainBand;
import io.sentimentstreams.model.decision.AbstainRules;
import io.sentimentstreams.model.decision.DecisionRule;
import io.sentimentstreams.model.decision.Task;
import io.sentimentstreams.model.json.ControlCharacters;
import io.sentimentstreams.model.network.Network;
import io.sentimentstreams.model.text.SequenceSettings;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Metadata of a bundle. Immutable.
 *
 * @param formatVersion version of the bundle format, at most {@value #FORMAT_VERSION}
 * @param name 1 to 64 letters, digits, '_', '.' or '-'
 * @param version version of the bundle, with the characters of a name
 * @param createdAt time of creation, ISO 8601 in UTC
 * @param network layers
 * @param text preprocessing of the training texts
 * @param task kind of the labels
 * @param labels distinct names of the network's classes; of two, negative and positive: the labels
 *     of scores below and above the threshold; of ordered ones, the lowest first
 * @param languages primary subtags of BCP 47 of the texts that the model answers, such as {@code
 *     en}; empty for any
 * @param threshold with two labels, scores of at least this are positive, above 0 and below 1; with
 *     more, the most probable label is used
 * @param abstain when the model gives no label
 * @param quality measurements by the name of the split
 * @param training settings, seed and data by name
 * @param histograms distributions over the validation texts
 * @param behaviour results on the behaviour suites by the language of the suite
 */
public record Manifest(
    int formatVersion,
    String name,
    String version,
    String createdAt,
    Network network,
    SequenceSettings text,
    Task task,
    List<String> labels,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> languages,
    double threshold,
    AbstainRules abstain,
    Map<String, Quality> quality,
    Map<String, String> training,
    ReferenceHistograms histograms,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Behaviour> behaviour) {

  /**
   * Format version that this release writes; it also reads older ones. Version 3 added task,
   * languages and abstain rules.
   */
  public static final int FORMAT_VERSION = 3;

  static final int FIRST_FORMAT_VERSION = 1;

  /** First format version with a {@code TextVectorization} in place of a {@code Tokenizer}. */
  static final int TEXT_VECTORIZATION_VERSION = 2;

  private static final int MAX_LABEL = 64;
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

  public Manifest {
    checkName("name", name);
    checkName("version", version);
    labels = List.copyOf(labels);
    checkLabels(labels, network.classes());
    if (!task.allows(labels.size())) {
      throw new IllegalArgumentException(
          "%d labels cannot have the task %s".formatted(labels.size(), task));
    }
    languages = List.copyOf(languages);
    checkLanguages(languages);
    if (!(threshold > 0 && threshold < 1)) {
      throw new IllegalArgumentException("threshold must be above 0 and below 1, was " + threshold);
    }
    Optional<Integer> length = network.fixedLength();
    if (length.isPresent() && length.get() != text.maxLength()) {
      throw new IllegalArgumentException(
          "the network flattens %d timesteps, but texts have %d"
              .formatted(length.get(), text.maxLength()));
    }
    try {
      Instant.parse(createdAt);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "createdAt must be a time such as 2026-01-31T12:00:00Z, was '" + createdAt + "'", e);
    }
    checkRules(abstain, task, threshold);
    checkCounts(histograms.labels(), labels.size());
    quality = Collections.unmodifiableMap(new TreeMap<>(quality));
    training = Collections.unmodifiableMap(new TreeMap<>(training));
    behaviour = Collections.unmodifiableMap(new TreeMap<>(behaviour));
  }

  /** Returns a builder with default values. */
  public static ManifestBuilder builder(Network network, SequenceSettings text) {
    return new ManifestBuilder(network, text);
  }

  /** Returns a builder with the values of this manifest. */
  public ManifestBuilder toBuilder() {
    return new ManifestBuilder(this, network);
  }

  /** Returns a builder with the values of this manifest for another network. */
  public ManifestBuilder toBuilder(Network other) {
    return new ManifestBuilder(this, other);
  }

  private static void checkLabels(List<String> labels, int classes) {
    if (labels.size() != classes) {
      throw new IllegalArgumentException(
          "the network has %d classes, but there are %d labels".formatted(classes, labels.size()));
    }
    if (new HashSet<>(labels).size() != labels.size()) {
      throw new IllegalArgumentException("labels must be distinct, were " + labels);
    }
    for (String label : labels) {
      if (label.isBlank()
          || label.codePointCount(0, label.length()) > MAX_LABEL
          || ControlCharacters.areIn(label)) {
        throw new IllegalArgumentException(
            "a label must have 1 to 64 characters without control characters, was '%s'"
                .formatted(ControlCharacters.replace(label)));
      }
    }
  }

  /** Returns whether a bundle can have a name or version. */
  public static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  private static void checkName(String what, String name) {
    if (!isName(name)) {
      throw new IllegalArgumentException(
          "a bundle's %s must be 1 to 64 letters, digits, '_', '.' or '-', was '%s'"
              .formatted(what, name));
    }
  }

  private static void checkLanguages(List<String> languages) {
    for (String language : languages) {
      if (!isLanguage(language)) {
        throw new IllegalArgumentException(
            "a language must be a primary subtag such as 'en', was '%s'"
                .formatted(ControlCharacters.replace(language)));
      }
    }
    if (new HashSet<>(languages).size() != languages.size()) {
      throw new IllegalArgumentException("languages must be distinct, were " + languages);
    }
  }

  /** Returns whether a name is a primary subtag of BCP 47: two or three lower-case letters. */
  public static boolean isLanguage(String name) {
    return LANGUAGE.matcher(name).matches();
  }

  private static void checkRules(AbstainRules rules, Task task, double threshold) {
    if (task == Task.BINARY ? rules.confidence().isPresent() : rules.band().isPresent()) {
      throw new IllegalArgumentException(
          task == Task.BINARY
              ? "two labels have an abstain band, not a confidence threshold"
              : "more than two labels have a confidence threshold, not an abstain band");
    }
    rules.band().ifPresent(band -> checkBand(band, threshold));
  }

  private static void checkCounts(List<Long> counts, int labels) {
    if (!counts.isEmpty() && counts.size() != labels) {
      throw new IllegalArgumentException(
          "there are %d labels, but the histograms count %d".formatted(labels, counts.size()));
    }
  }

  private static void checkBand(AbstainBand band, double threshold) {
    if (!(band.low() <= threshold && threshold <= band.high())) {
      throw new IllegalArgumentException(
          "the abstain band must contain the threshold %s, was %s to %s"
              .formatted(threshold, band.low(), band.high()));
    }
  }

  /** Returns the rule from the probabilities of a text to its label. */
  public DecisionRule decisionRule() {
    return new DecisionRule(task, labels, threshold, abstain);
  }

  /** Returns this manifest with other abstain rules. */
  public Manifest withAbstain(AbstainRules rules) {
    return toBuilder().abstain(rules).build();
  }

  /** Returns this manifest with the measurements of another split. */
  public Manifest withQuality(String split, Quality measured) {
    Map<String, Quality> more = new TreeMap<>(quality);
    more.put(split, measured);
    return toBuilder().quality(more).build();
  }

  /** Returns this manifest with the results on the behaviour suite of another language. */
  public Manifest withBehaviour(String language, Behaviour measured) {
    Map<String, Behaviour> more = new TreeMap<>(behaviour);
    more.put(language, measured);
    return toBuilder().behaviour(more).build();
  }
}
