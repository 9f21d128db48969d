package io.sentimentstreams.trainer.gate;

import io.sentimentstreams.model.bundle.Bundle;
import io.sentimentstreams.model.bundle.BundleReader;
import io.sentimentstreams.model.bundle.Manifest;
import io.sentimentstreams.trainer.data.InvalidDataException;
import io.sentimentstreams.trainer.data.LabelledText;
import io.sentimentstreams.trainer.evaluate.ClassifiedTexts;
import io.sentimentstreams.trainer.evaluate.TextDecider;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Results of a previous bundle on labelled reviews. A bundle is right if it prefers the true label,
 * whether it abstains or not.
 *
 * @param texts the reviews
 * @param right whether the previous bundle is right, by review
 */
public record EvaluationGate(List<LabelledText> texts, List<Boolean> right) {

  private static final String ALL = "all";

  /** Maximum number of domains, each of which is a row of the table. */
  private static final int MAX_DOMAINS = 500;

  public EvaluationGate {
    texts = List.copyOf(texts);
    right = List.copyOf(right);
  }

  /**
   * Measures a previous bundle.
   *
   * @param path the bundle
   * @param current manifest of the new bundle
   * @throws InvalidDataException if the bundles have different labels
   * @throws IllegalArgumentException if there are too many domains
   */
  public static EvaluationGate of(
      Path path, Manifest current, List<LabelledText> texts, int threads) {
    long domains = texts.stream().map(LabelledText::domain).distinct().count();
    if (domains > MAX_DOMAINS) {
      throw new IllegalArgumentException(
          "Too many domains: %d. Use a --domain-column with at most %d values."
              .formatted(domains, MAX_DOMAINS));
    }
    Bundle previous = BundleReader.read(path).bundle();
    List<String> labels = previous.manifest().labels();
    if (!labels.equals(current.labels())) {
      throw new InvalidDataException(
          path,
          "the labels %s differ from those of the new bundle: %s"
              .formatted(String.join(", ", labels), String.join(", ", current.labels())),
          "Use a previous bundle with the same labels");
    }
    return new EvaluationGate(
        texts, right(previous.manifest(), ClassifiedTexts.of(previous, texts, threads)));
  }

  /** Returns the comparison with a new bundle on the same reviews, by domain and on all. */
  public Gate compared(Manifest manifest, ClassifiedTexts current) {
    List<Boolean> now = right(manifest, current);
    Map<String, List<Integer>> domains = new TreeMap<>();
    for (int i = 0; i < texts.size(); i++) {
      domains.computeIfAbsent(texts.get(i).domain(), first -> new ArrayList<>()).add(i);
    }
    List<PairedOutcomes> groups = new ArrayList<>();
    if (domains.size() > 1) {
      domains.forEach(
          (domain, indices) ->
              groups.add(
                  PairedOutcomes.of(
                      domain.isBlank() ? "(none)" : domain,
                      indices.stream().map(right::get).toList(),
                      indices.stream().map(now::get).toList())));
    }
    groups.add(PairedOutcomes.of(ALL, right, now));
    return Gate.of(groups);
  }

  private static List<Boolean> right(Manifest manifest, ClassifiedTexts classified) {
    TextDecider decider = new TextDecider(manifest);
    List<Boolean> right = new ArrayList<>();
    for (int i = 0; i < classified.texts().size(); i++) {
      right.add(
          decider.preferred(classified.classified().get(i)) == classified.texts().get(i).label());
    }
    return right;
  }
}
