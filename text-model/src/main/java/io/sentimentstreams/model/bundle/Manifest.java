package io.sentimentstreams.model.bundle;

import com.fasterxml.jackson.annotation.JsonInclude;
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
 * @param formatVersion oldest version of the bundle format that has all of the bundle's contents,
 *     at most {@value #FORMAT_VERSION}
 * @param name 1 to 64 letters, digits, '_', '.' or '-'
 * @param version version of the bundle, with the characters of a name
 * @param createdAt time of creation, ISO 8601 in UTC
 * @param network layers
 * @param text preprocessing of the training texts
 * @param labels distinct names of the network's classes; of two, negative and positive: the labels
 *     of scores below and above the threshold
 * @param threshold with two labels, scores of at least this are positive, above 0 and below 1; with
 *     more, the most probable label is used
 * @param uncertainBand abstain band around the threshold; empty if none was selected
 * @param quality measurements by the name of the split
 * @param training settings, seed and data by name
 * @param histograms distributions over the validation texts
 */
public record Manifest(
    int formatVersion,
    String name,
    String version,
    String createdAt,
    Network network,
    SequenceSettings text,
    List<String> labels,
    double threshold,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<AbstainBand> uncertainBand,
    Map<String, Quality> quality,
    Map<String, String> training,
    ReferenceHistograms histograms) {

  /** Newest format version; this release also reads older ones. */
  public static final int FORMAT_VERSION = 2;

  /** Format version of bundles that contain nothing newer, so that older releases read them. */
  static final int FIRST_FORMAT_VERSION = 1;

  /** First format version with a {@code TextVectorization} in place of a {@code Tokenizer}. */
  static final int TEXT_VECTORIZATION_VERSION = 2;

  private static final int MAX_LABEL = 64;
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

  public Manifest {
    checkName("name", name);
    checkName("version", version);
    labels = List.copyOf(labels);
    checkLabels(labels, network.classes());
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
    uncertainBand.ifPresent(band -> checkBand(band, threshold));
    quality = Collections.unmodifiableMap(new TreeMap<>(quality));
    training = Collections.unmodifiableMap(new TreeMap<>(training));
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

  private static void checkBand(AbstainBand band, double threshold) {
    if (!(band.low() <= threshold && threshold <= band.high())) {
      throw new IllegalArgumentException(
          "the abstain band must contain the threshold %s, was %s to %s"
              .formatted(threshold, band.low(), band.high()));
    }
  }

  /** Returns this manifest with an abstain band. */
  public Manifest withUncertainBand(AbstainBand band) {
    return toBuilder().uncertainBand(Optional.of(band)).build();
  }

  /** Returns this manifest with the measurements of another split. */
  public Manifest withQuality(String split, Quality measured) {
    Map<String, Quality> more = new TreeMap<>(quality);
    more.put(split, measured);
    return toBuilder().quality(more).build();
  }
}
