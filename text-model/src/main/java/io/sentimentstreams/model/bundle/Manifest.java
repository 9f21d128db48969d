package io.sentimentstreams.model.bundle;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
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
 * What a bundle says of itself. Immutable.
 *
 * @param formatVersion of the bundle's layout, {@value #FORMAT_VERSION}
 * @param name 1 to 64 letters, digits, '_', '.' or '-'
 * @param version of the bundle, written as the name is
 * @param createdAt when it was made, ISO 8601 in UTC
 * @param network the layers
 * @param text how the texts that the network was trained with were analyzed and cut
 * @param labels what the network's classes are called, each once; of two, negative and positive:
 *     what scores below and above the threshold mean
 * @param threshold of two labels, scores of at least this are positive, above 0 and below 1; of
 *     more, the most probable one is meant
 * @param uncertainBand scores around the threshold that had better not decide; empty where none was
 *     chosen
 * @param quality measured, by the name of the split
 * @param training settings, seed and data by name
 * @param histograms what the bundle saw on its validation texts
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
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @JsonSerialize(using = OptionalBand.Writer.class)
        @JsonDeserialize(using = OptionalBand.Reader.class)
        Optional<AbstainBand> uncertainBand,
    Map<String, Quality> quality,
    Map<String, String> training,
    ReferenceHistograms histograms) {

  /** The layout that this release writes; older ones can be read. */
  public static final int FORMAT_VERSION = 1;

  private static final Pattern LABEL = Pattern.compile("[^\\p{Cntrl}\\x80-\\x9f]{1,64}");
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
          "the network flattens %d timesteps, but texts are %d long"
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

  /** As above without a band of uncertain scores. */
  public Manifest(
      int formatVersion,
      String name,
      String version,
      String createdAt,
      Network network,
      SequenceSettings text,
      List<String> labels,
      double threshold,
      Map<String, Quality> quality,
      Map<String, String> training,
      ReferenceHistograms histograms) {
    this(
        formatVersion,
        name,
        version,
        createdAt,
        network,
        text,
        labels,
        threshold,
        Optional.empty(),
        quality,
        training,
        histograms);
  }

  private static void checkLabels(List<String> labels, int classes) {
    if (labels.size() != classes) {
      throw new IllegalArgumentException(
          "the network tells %d classes apart, but there are %d labels"
              .formatted(classes, labels.size()));
    }
    if (new HashSet<>(labels).size() != labels.size()) {
      throw new IllegalArgumentException("labels must differ, were " + labels);
    }
    for (String label : labels) {
      if (!LABEL.matcher(label).matches() || label.isBlank()) {
        throw new IllegalArgumentException(
            "a label must have 1 to 64 characters, none of them a control character, was '%s'"
                .formatted(label.replaceAll("\\p{Cntrl}", "?")));
      }
    }
  }

  private static void checkName(String what, String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a bundle's %s must be 1 to 64 letters, digits, '_', '.' or '-', was '%s'"
              .formatted(what, name));
    }
  }

  private static void checkBand(AbstainBand band, double threshold) {
    if (!(band.low() <= threshold && threshold <= band.high())) {
      throw new IllegalArgumentException(
          "the band of uncertain scores must hold the threshold %s, was %s to %s"
              .formatted(threshold, band.low(), band.high()));
    }
  }

  /** The same with a band of uncertain scores. */
  public Manifest withUncertainBand(AbstainBand band) {
    return new Manifest(
        formatVersion,
        name,
        version,
        createdAt,
        network,
        text,
        labels,
        threshold,
        Optional.of(band),
        quality,
        training,
        histograms);
  }

  /** The same with what was measured on another split. */
  public Manifest withQuality(String split, Quality measured) {
    Map<String, Quality> more = new TreeMap<>(quality);
    more.put(split, measured);
    return new Manifest(
        formatVersion,
        name,
        version,
        createdAt,
        network,
        text,
        labels,
        threshold,
        uncertainBand,
        more,
        training,
        histograms);
  }
}
