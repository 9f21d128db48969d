package io.sentimentstreams.trainer.data.label;

import io.sentimentstreams.trainer.data.BadLineLimit;
import io.sentimentstreams.trainer.data.InvalidDataException;
import io.sentimentstreams.trainer.data.Labels;
import io.sentimentstreams.trainer.data.PrintableText;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Interpretation of the label column of one file. Confined to its thread. */
public final class LabelReader {

  /** Maximum share of rows with other values in a data set with known or sentiment labels. */
  private static final double MAX_OTHER_SHARE = 0.01;

  /** Value of rows without a label in SST-2, GLUE and many exports, if 1 is not the only other. */
  private static final String MINUS_ONE = "-1";

  private final Path path;
  private final LabelSettings settings;
  private final BadLineLimit limit;
  private final LabelTally tally;

  /**
   * Creates a reader.
   *
   * @param limit limit on rows with unknown labels
   * @param tally counts of the values in the file
   */
  public LabelReader(Path path, LabelSettings settings, BadLineLimit limit, LabelTally tally) {
    this.path = path;
    this.settings = settings;
    this.limit = limit;
    this.tally = tally;
  }

  /**
   * Returns the meaning of the values.
   *
   * @throws InvalidDataException if the labels are implausible, unknown or not mapped
   */
  public LabelReading read() {
    if (settings.mode() == LabelSettings.Mode.IGNORED) {
      Map<String, Integer> all = new HashMap<>();
      tally.counts().keySet().forEach(key -> all.put(key, 0));
      return new LabelReading(
          new KnownLabels(Labels.SENTIMENT, all, Map.of()), Set.of(), List.of());
    }
    Map<String, LabelTally.Count> labelled = new HashMap<>(tally.counts());
    Map<String, LabelTally.Count> unlabelled = new HashMap<>();
    for (String key : markers()) {
      Optional.ofNullable(labelled.remove(key)).ifPresent(count -> unlabelled.put(key, count));
    }
    Map<String, LabelTally.Count> leftOut = new HashMap<>();
    for (String key : settings.map().map(LabelMap::leftOut).orElse(Set.of())) {
      Optional.ofNullable(labelled.remove(key)).ifPresent(count -> leftOut.put(key, count));
    }
    requireLabels(labelled, unlabelled, leftOut);
    Set<String> skipped = new HashSet<>(unlabelled.keySet());
    skipped.addAll(leftOut.keySet());
    return new LabelReading(meanings(labelled), skipped, notes(unlabelled, leftOut));
  }

  private KnownLabels meanings(Map<String, LabelTally.Count> labelled) {
    Optional<LabelMap> targets = settings.map().filter(map -> !map.names().isEmpty());
    if (targets.isPresent()) {
      return mapped(targets.get(), labelled);
    }
    return settings
        .known()
        .map(labels -> known(labels, labelled))
        .orElseGet(() -> inferred(labelled));
  }

  /** Returns the normalised values that mean "no label" in this file. */
  private Set<String> markers() {
    Set<String> named = new HashSet<>();
    settings
        .known()
        .ifPresent(labels -> labels.names().forEach(name -> named.add(LabelValue.of(name).key())));
    Set<String> markers = new HashSet<>();
    for (Map.Entry<String, LabelTally.Count> each : tally.counts().entrySet()) {
      if (each.getValue().value().isMarker()) {
        markers.add(each.getKey());
      }
    }
    if (isMinusOneUnlabelled(markers)) {
      markers.add(MINUS_ONE);
    }
    markers.removeIf(
        key -> named.contains(key) || settings.map().filter(map -> map.mentions(key)).isPresent());
    return markers;
  }

  /**
   * Returns whether -1 means "no label": not with 1 as the only other value, and not among other
   * negative numbers.
   */
  private boolean isMinusOneUnlabelled(Set<String> markers) {
    Set<String> others = new HashSet<>(tally.counts().keySet());
    others.removeAll(markers);
    others.removeAll(settings.map().map(LabelMap::leftOut).orElse(Set.of()));
    return others.remove(MINUS_ONE)
        && !others.equals(Set.of("1"))
        && others.stream()
            .map(key -> new LabelValue(key, key).number())
            .flatMap(Optional::stream)
            .noneMatch(number -> number.signum() < 0);
  }

  private void requireLabels(
      Map<String, LabelTally.Count> labelled,
      Map<String, LabelTally.Count> unlabelled,
      Map<String, LabelTally.Count> leftOut) {
    if (labelled.isEmpty()) {
      Map<String, LabelTally.Count> all = new HashMap<>(unlabelled);
      all.putAll(leftOut);
      throw new InvalidDataException(
          path,
          "no row has a label; the values in the label column mean \"no label\" or are left out: "
              + LabelTally.excerpt(all),
          "Select the column with --label-column, or name the labels with --label-map");
    }
  }

  private List<String> notes(
      Map<String, LabelTally.Count> unlabelled, Map<String, LabelTally.Count> leftOut) {
    List<String> notes = new ArrayList<>();
    if (!unlabelled.isEmpty()) {
      String hint =
          unlabelled.containsKey(MINUS_ONE)
              ? ". If -1 is a label, name it in --labels or --label-map"
              : "";
      notes.add(
          "%s: left out %s without a label: %s%s"
              .formatted(path, rows(rows(unlabelled)), LabelTally.excerpt(unlabelled), hint));
    }
    if (!leftOut.isEmpty()) {
      notes.add(
          "%s: left out %s because of --label-map: %s"
              .formatted(path, rows(rows(leftOut)), LabelTally.excerpt(leftOut)));
    }
    return notes;
  }

  private KnownLabels mapped(LabelMap map, Map<String, LabelTally.Count> labelled) {
    Map<String, LabelTally.Count> unmapped = new HashMap<>(labelled);
    unmapped.keySet().removeAll(map.indices().keySet());
    if (!unmapped.isEmpty()) {
      throw new InvalidDataException(
          path,
          "%s with values that --label-map does not map: %s"
              .formatted(rows(rows(unmapped)), LabelTally.excerpt(unmapped)),
          "Add each of them to a label, or leave it out, such as '%s='"
              .formatted(PrintableText.of(first(unmapped).value().spelling(), 40)));
    }
    if (settings.known().isPresent()) {
      return KnownLabels.of(path, settings.known().get(), map);
    }
    Labels labels =
        map.labels()
            .orElseThrow(
                () ->
                    new InvalidDataException(
                        path,
                        "--label-map has one label only: " + map.names().get(0),
                        "Map values to two labels at least"));
    return new KnownLabels(labels, map.indices(), Map.of());
  }

  private KnownLabels known(Labels labels, Map<String, LabelTally.Count> labelled) {
    KnownLabels known = KnownLabels.of(labels);
    boolean sentiment = SentimentScale.isPair(labels);
    if (sentiment) {
      KnownLabels scaled = KnownLabels.of(labels, SentimentScale.of(labelled.keySet()), labelled);
      known = covered(scaled, labelled) > covered(known, labelled) ? scaled : known;
    }
    Map<String, LabelTally.Count> unknown = unknown(known, labelled);
    long rows = rows(unknown);
    boolean many = rows > MAX_OTHER_SHARE * rows(labelled);
    boolean ambiguous =
        sentiment
            && unknown.keySet().stream()
                .anyMatch(key -> new LabelValue(key, key).number().isPresent());
    // The row of a value that is not listed is named later; here only a likely cause is.
    boolean excessive =
        settings.mode() == LabelSettings.Mode.LISTED
            ? new Plausibility(path, tally).cause(labelled).isPresent()
            : !limit.allows(rows, tally.rows());
    if (many && (ambiguous || excessive)) {
      throw new UnknownLabels(path, labels, tally).exception(labelled, unknown);
    }
    return known;
  }

  private KnownLabels inferred(Map<String, LabelTally.Count> labelled) {
    if (settings.order() == LabelSettings.Order.SCALE) {
      return new LabelScale(path, tally, settings.mode()).read(labelled);
    }
    KnownLabels sentiment =
        KnownLabels.of(Labels.SENTIMENT, SentimentScale.of(labelled.keySet()), labelled);
    long covered = covered(sentiment, labelled);
    long all = rows(labelled);
    if (covered > 0 && all - covered <= MAX_OTHER_SHARE * all) {
      return sentiment;
    }
    if (labelled.size() > 2) {
      new Plausibility(path, tally).check(labelled, settings.mode());
    }
    List<LabelTally.Count> sorted =
        labelled.values().stream().sorted(order(labelled.values())).toList();
    if (sorted.size() < 3) {
      throw tooFew(sorted.stream().map(count -> count.value().name()).toList());
    }
    return KnownLabels.of(sorted.stream().map(LabelTally.Count::value).toList());
  }

  private InvalidDataException tooFew(List<String> names) {
    if (names.size() == 1) {
      return new InvalidDataException(
          path,
          "one label only, " + names.get(0),
          "Add rows with other labels, or select the label column with --label-column");
    }
    return new InvalidDataException(
        path,
        "unknown order of the labels " + String.join(", ", names),
        "Name the positive one with --label-map 'negative=%s;positive=%s', in the right order; train also accepts --labels, the positive one last"
            .formatted(names.get(0), names.get(1)));
  }

  /** Returns the order by value if all labels are numbers, otherwise by spelling. */
  private static Comparator<LabelTally.Count> order(Iterable<LabelTally.Count> counts) {
    Comparator<LabelTally.Count> byName = Comparator.comparing(count -> count.value().name());
    for (LabelTally.Count count : counts) {
      if (count.value().number().isEmpty()) {
        return byName;
      }
    }
    return Comparator.comparing(
        (LabelTally.Count count) -> count.value().number().orElse(BigDecimal.ZERO));
  }

  private static Map<String, LabelTally.Count> unknown(
      KnownLabels known, Map<String, LabelTally.Count> labelled) {
    Map<String, LabelTally.Count> unknown = new HashMap<>(labelled);
    unknown.values().removeIf(count -> known.index(count.value()).isPresent());
    return unknown;
  }

  private static long covered(KnownLabels known, Map<String, LabelTally.Count> labelled) {
    return rows(labelled) - rows(unknown(known, labelled));
  }

  private static LabelTally.Count first(Map<String, LabelTally.Count> counts) {
    return counts.values().stream()
        .min(Comparator.comparingLong(LabelTally.Count::firstLine))
        .orElseThrow();
  }

  private static long rows(Map<String, LabelTally.Count> counts) {
    return counts.values().stream().mapToLong(LabelTally.Count::rows).sum();
  }

  private static String rows(long count) {
    return String.format(Locale.ROOT, count == 1 ? "%,d row" : "%,d rows", count);
  }
}
