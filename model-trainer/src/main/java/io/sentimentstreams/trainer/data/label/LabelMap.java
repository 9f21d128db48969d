package io.sentimentstreams.trainer.data.label;

import io.sentimentstreams.trainer.data.Labels;
import io.sentimentstreams.trainer.data.PrintableText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Mapping of values in files to labels, such as {@code neg=0,1,2;pos=4,5;3=}. Immutable.
 *
 * @param names labels in the order of the mapping; empty if it only leaves values out
 * @param indices index of the label by normalised value
 * @param leftOut normalised values whose rows are left out
 */
public record LabelMap(List<String> names, Map<String, Integer> indices, Set<String> leftOut) {

  private static final String SYNTAX =
      "Use LABEL=VALUE,VALUE;LABEL=VALUE, such as 'negative=1,2;positive=4,5;3=';"
          + " VALUE= leaves a value out";

  public LabelMap {
    names = List.copyOf(names);
    indices = Map.copyOf(indices);
    leftOut = Set.copyOf(leftOut);
  }

  /**
   * Parses a mapping.
   *
   * @throws IllegalArgumentException if it has another syntax, or a value has two meanings
   */
  public static LabelMap parse(String text) {
    Map<String, List<String>> targets = new LinkedHashMap<>();
    Set<String> leftOut = new HashSet<>();
    Set<String> seen = new HashSet<>();
    for (String entry : withoutLastSeparator(text).split(";", -1)) {
      String[] sides = entry.split("=", -1);
      if (sides.length != 2 || LabelValue.trimmed(sides[0]).isEmpty()) {
        throw invalid("not LABEL=VALUES: '%s'".formatted(PrintableText.of(entry)));
      }
      if (LabelValue.trimmed(sides[1]).isEmpty()) {
        leftOut.addAll(keys(sides[0], seen));
      } else {
        String name = name(sides[0]);
        String key = LabelValue.of(name).key();
        if (targets.keySet().stream().anyMatch(other -> LabelValue.of(other).key().equals(key))) {
          throw invalid("the label %s occurs twice".formatted(name));
        }
        targets.put(name, keys(sides[1], seen));
      }
    }
    return of(targets, leftOut);
  }

  private static String withoutLastSeparator(String text) {
    String trimmed = LabelValue.trimmed(text);
    return trimmed.endsWith(";") ? trimmed.substring(0, trimmed.length() - 1) : trimmed;
  }

  private static LabelMap of(Map<String, List<String>> targets, Set<String> leftOut) {
    List<String> names = new ArrayList<>(targets.keySet());
    Map<String, List<String>> ordered = new LinkedHashMap<>(targets);
    if (isSentiment(names)) {
      // The order of these two labels does not depend on the order in which they are typed.
      if (LabelValue.of(names.get(0)).key().equals("positive")) {
        Collections.reverse(names);
      }
      ordered.clear();
      for (int i = 0; i < 2; i++) {
        ordered.put(Labels.SENTIMENT.names().get(i), targets.getOrDefault(names.get(i), List.of()));
      }
    }
    Map<String, Integer> indices = new LinkedHashMap<>();
    int index = 0;
    for (List<String> values : ordered.values()) {
      for (String value : values) {
        indices.put(value, index);
      }
      index++;
    }
    return new LabelMap(List.copyOf(ordered.keySet()), indices, leftOut);
  }

  private static boolean isSentiment(List<String> names) {
    Set<String> words = new HashSet<>();
    names.forEach(name -> words.add(LabelValue.of(name).key()));
    return names.size() == 2 && words.equals(Set.copyOf(Labels.SENTIMENT.names()));
  }

  private static String name(String typed) {
    String name = LabelValue.trimmed(typed);
    if (name.contains(",") || !Labels.isLabel(name)) {
      throw invalid("not a label: '%s'".formatted(PrintableText.of(name)));
    }
    return name;
  }

  private static List<String> keys(String typed, Set<String> seen) {
    Set<String> keys = new LinkedHashSet<>();
    for (String each : typed.split(",", -1)) {
      LabelValue value = LabelValue.of(each);
      if (value.spelling().isEmpty()) {
        throw invalid("an empty value in '%s'".formatted(PrintableText.of(typed)));
      }
      if (keys.add(value.key()) && !seen.add(value.key())) {
        throw invalid(
            "the value %s has two meanings".formatted(PrintableText.of(value.spelling())));
      }
    }
    return List.copyOf(keys);
  }

  private static IllegalArgumentException invalid(String problem) {
    return new IllegalArgumentException(
        "Invalid label mapping: %s. %s.".formatted(problem, SYNTAX));
  }

  /** Returns the labels; empty if the mapping names fewer than two. */
  public Optional<Labels> labels() {
    return names.size() < 2 ? Optional.empty() : Optional.of(new Labels(names));
  }

  /** Returns whether the mapping mentions a value. */
  boolean mentions(String key) {
    return indices.containsKey(key) || leftOut.contains(key);
  }
}
