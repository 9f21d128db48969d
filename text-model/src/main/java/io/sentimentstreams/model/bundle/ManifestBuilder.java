package io.sentimentstreams.model.bundle;

import io.sentimentstreams.model.decision.AbstainRules;
import io.sentimentstreams.model.decision.Task;
import io.sentimentstreams.model.network.Network;
import io.sentimentstreams.model.text.SequenceSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Builder of a {@link Manifest}. Name, version, time of creation and labels are required. Not
 * thread-safe.
 */
public final class ManifestBuilder {
  private static final double DEFAULT_THRESHOLD = 0.5;

  private final Network network;
  private final SequenceSettings text;
  private String name = "";
  private String version = "";
  private String createdAt = "";
  private Optional<Task> task = Optional.empty();
  private List<String> labels = List.of();
  private List<String> languages = List.of();
  private double threshold = DEFAULT_THRESHOLD;
  private AbstainRules abstain = AbstainRules.none();
  private Map<String, Quality> quality = Map.of();
  private Map<String, String> training = Map.of();
  private ReferenceHistograms histograms = ReferenceHistograms.empty();
  private Map<String, Behaviour> behaviour = Map.of();

  ManifestBuilder(Network network, SequenceSettings text) {
    this.network = network;
    this.text = text;
  }

  /** Starts with the values of a manifest and another network. */
  ManifestBuilder(Manifest manifest, Network network) {
    this(network, manifest.text());
    name = manifest.name();
    version = manifest.version();
    createdAt = manifest.createdAt();
    task = Optional.of(manifest.task());
    labels = manifest.labels();
    languages = manifest.languages();
    threshold = manifest.threshold();
    abstain = manifest.abstain();
    quality = manifest.quality();
    training = manifest.training();
    histograms = manifest.histograms();
    behaviour = manifest.behaviour();
  }

  /** Sets the name of the bundle: 1 to 64 letters, digits, '_', '.' or '-'. */
  public ManifestBuilder name(String newName) {
    name = newName;
    return this;
  }

  /** Sets the version of the bundle, with the characters of a name. */
  public ManifestBuilder version(String newVersion) {
    version = newVersion;
    return this;
  }

  /** Sets the time of creation, ISO 8601 in UTC. */
  public ManifestBuilder createdAt(String time) {
    createdAt = time;
    return this;
  }

  /** Sets the distinct names of the network's classes. */
  public ManifestBuilder labels(List<String> names) {
    labels = names;
    return this;
  }

  /** Sets the kind of the labels. Default: binary for two labels, otherwise nominal. */
  public ManifestBuilder task(Task newTask) {
    task = Optional.of(newTask);
    return this;
  }

  /** Sets the primary subtags of the languages that the model answers. Default: any. */
  public ManifestBuilder languages(List<String> subtags) {
    languages = subtags;
    return this;
  }

  /** Sets the threshold between two labels, above 0 and below 1. Default: 0.5. */
  public ManifestBuilder threshold(double newThreshold) {
    threshold = newThreshold;
    return this;
  }

  /** Sets when the model gives no label. Default: no rules. */
  public ManifestBuilder abstain(AbstainRules rules) {
    abstain = rules;
    return this;
  }

  /** Sets the measurements by the name of the split. Default: none. */
  public ManifestBuilder quality(Map<String, Quality> bySplit) {
    quality = bySplit;
    return this;
  }

  /** Sets settings, seed and data of the training by name. Default: none. */
  public ManifestBuilder training(Map<String, String> facts) {
    training = facts;
    return this;
  }

  /** Sets the distributions over the validation texts. Default: no texts. */
  public ManifestBuilder histograms(ReferenceHistograms distributions) {
    histograms = distributions;
    return this;
  }

  /** Sets the results on the behaviour suites by their language. Default: none. */
  public ManifestBuilder behaviour(Map<String, Behaviour> byLanguage) {
    behaviour = byLanguage;
    return this;
  }

  /**
   * Creates the manifest.
   *
   * @throws IllegalArgumentException if a value is invalid or a required one is missing
   */
  public Manifest build() {
    return new Manifest(
        Manifest.FORMAT_VERSION,
        name,
        version,
        createdAt,
        network,
        text,
        task.orElseGet(() -> Task.of(labels.size())),
        labels,
        languages,
        threshold,
        abstain,
        quality,
        training,
        histograms,
        behaviour);
  }
}
