package io.sentimentstreams.trainer.softlabel;

import io.sentimentstreams.trainer.data.InvalidDataException;
import io.sentimentstreams.trainer.data.LabelledText;
import io.sentimentstreams.trainer.data.source.TrainingData;
import io.sentimentstreams.trainer.provenance.SoftLabelProvenance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Soft labels of a training, and the texts that came with them. Immutable. */
public final class SoftLabels {

  private final Map<Long, SoftTarget> labelled;
  private final Map<Long, SoftTarget> additional;
  private final double share;
  private final Optional<SoftLabelProvenance> provenance;

  private SoftLabels(
      Map<Long, SoftTarget> labelled,
      Map<Long, SoftTarget> additional,
      double share,
      Optional<SoftLabelProvenance> provenance) {
    this.labelled = labelled;
    this.additional = additional;
    this.share = share;
    this.provenance = provenance;
  }

  /** Returns no soft labels. */
  public static SoftLabels none() {
    return new SoftLabels(Map.of(), Map.of(), 0, Optional.empty());
  }

  /**
   * Reads soft labels. Texts of the validation split are left out: a network that learned them
   * would look better on that split than it is.
   *
   * @param data labelled reviews
   * @param unlabelled reviews without labels, to which ids can refer
   * @throws InvalidDataException if a file is not valid, or has no text to learn from
   */
  public static SoftLabels read(
      SoftLabelSettings settings, TrainingData data, List<String> unlabelled) {
    KnownTexts known = KnownTexts.of(data.parts(), unlabelled);
    SoftLabelCollector collector = new SoftLabelCollector(data.labels(), known);
    List<SoftLabelProvenance.OfFile> files = new ArrayList<>();
    settings.files().forEach(file -> files.add(collector.add(file)));
    Map<Long, SoftTarget> labelled = new LinkedHashMap<>();
    Map<Long, SoftTarget> additional = new LinkedHashMap<>();
    collector
        .means()
        .forEach(
            (id, mean) -> (known.training().contains(id) ? labelled : additional).put(id, mean));
    return new SoftLabels(
        labelled,
        additional,
        settings.share(),
        Optional.of(
            new SoftLabelProvenance(files, settings.share(), labelled.size(), additional.size())));
  }

  /**
   * Returns the target of a labelled review with a soft label: the mean of both; empty without a
   * soft label. It is P(positive) for two labels, otherwise the probability of each label.
   */
  public Optional<double[]> target(LabelledText review) {
    return labelled.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(labelled.get(TextId.of(review.text())))
            .map(soft -> soft.blended(review.label(), share));
  }

  /** Returns the texts without a label, in the order of the files. */
  public List<SoftTarget> additional() {
    return List.copyOf(additional.values());
  }

  /** Returns whether a text without a label has a soft label. */
  public boolean hasAdditional(String text) {
    return !additional.isEmpty() && additional.containsKey(TextId.of(text));
  }

  /** Returns the facts for the bundle; empty if there are no soft labels. */
  public Optional<SoftLabelProvenance> provenance() {
    return provenance;
  }
}
