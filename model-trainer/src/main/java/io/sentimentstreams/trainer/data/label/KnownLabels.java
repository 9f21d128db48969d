package io.sentimentstreams.trainer.data.label;

import io.sentimentstreams.trainer.data.InvalidDataException;
import io.sentimentstreams.trainer.data.Labels;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Labels with the values that mean them.
 *
 * @param labels the labels
 * @param indices index of the label by normalised value
 * @param spellings index of the label by spelling, for labels that differ in their spelling only
 */
public record KnownLabels(
    Labels labels, Map<String, Integer> indices, Map<String, Integer> spellings) {

  public KnownLabels {
    indices = Map.copyOf(indices);
    spellings = Map.copyOf(spellings);
  }

  /** Returns labels that are meant by their names alone. */
  static KnownLabels of(Labels labels) {
    Map<String, Integer> indices = new HashMap<>();
    Map<String, Integer> spellings = new HashMap<>();
    Set<String> repeated = new HashSet<>();
    for (int i = 0; i < labels.size(); i++) {
      LabelValue value = LabelValue.of(labels.names().get(i));
      spellings.put(value.spelling(), i);
      if (indices.putIfAbsent(value.key(), i) != null) {
        repeated.add(value.key());
      }
    }
    indices.keySet().removeAll(repeated);
    return new KnownLabels(labels, indices, repeated.isEmpty() ? Map.of() : spellings);
  }

  /**
   * Returns labels that are meant by values of the data.
   *
   * @param values different ones, in the order of the labels
   */
  static KnownLabels of(List<LabelValue> values) {
    Map<String, Integer> indices = new HashMap<>();
    values.forEach(value -> indices.put(value.key(), indices.size()));
    return new KnownLabels(
        new Labels(values.stream().map(LabelValue::name).toList()), indices, Map.of());
  }

  /**
   * Returns two labels that are meant by the values of a scale.
   *
   * @param values normalised values of the data
   */
  static KnownLabels of(Labels labels, SentimentScale scale, Map<String, ?> values) {
    Map<String, Integer> indices = new HashMap<>();
    for (String key : values.keySet()) {
      scale.index(key).ifPresent(index -> indices.put(key, index));
    }
    return new KnownLabels(labels, indices, Map.of());
  }

  /**
   * Returns labels that are meant by the values of a mapping to their names.
   *
   * @throws InvalidDataException if the mapping has another label
   */
  static KnownLabels of(Path path, Labels labels, LabelMap map) {
    KnownLabels known = of(labels);
    List<Integer> targets = map.names().stream().map(name -> target(path, known, name)).toList();
    Map<String, Integer> indices = new HashMap<>();
    map.indices().forEach((key, index) -> indices.put(key, targets.get(index)));
    return new KnownLabels(labels, indices, Map.of());
  }

  private static int target(Path path, KnownLabels known, String name) {
    LabelValue value = LabelValue.of(name);
    OptionalInt named = known.index(value);
    OptionalInt index =
        named.isEmpty() && SentimentScale.isPair(known.labels())
            ? SentimentScale.ZERO_ONE.index(value.key())
            : named;
    return index.orElseThrow(
        () ->
            new InvalidDataException(
                path,
                "--label-map has the label %s, which is not one of %s"
                    .formatted(name, String.join(", ", known.labels().names())),
                "Map the values to these labels"));
  }

  /** Returns the index of the label; empty for an unknown value. */
  OptionalInt index(LabelValue value) {
    Integer index = spellings.get(value.spelling());
    if (index == null) {
      index = indices.get(value.key());
    }
    return index == null ? OptionalInt.empty() : OptionalInt.of(index);
  }
}
