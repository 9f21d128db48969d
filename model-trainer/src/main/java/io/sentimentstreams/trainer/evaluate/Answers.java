package io.sentimentstreams.trainer.evaluate;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.sentimentstreams.model.bundle.Manifest;
import io.sentimentstreams.model.decision.AbstainReason;
import io.sentimentstreams.model.decision.Decision;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Number of texts that a model answers, and of the others by reason.
 *
 * @param answered number of texts with a label
 * @param correct number of those with the true label
 * @param preferred number of all texts whose true label is the one that the network prefers,
 *     whether the model abstains or not
 * @param abstained number of texts without a label, by reason; reasons without a text are absent
 */
@JsonPropertyOrder({
  "coverage",
  "accuracyOfAnswered",
  "accuracyOfAll",
  "answered",
  "correct",
  "preferred",
  "abstained"
})
public record Answers(
    int answered, int correct, int preferred, Map<AbstainReason, Integer> abstained) {

  public Answers {
    Map<AbstainReason, Integer> copy = new EnumMap<>(AbstainReason.class);
    copy.putAll(abstained);
    abstained = Collections.unmodifiableMap(copy);
  }

  /** Counts the answers of a bundle to labelled texts. */
  public static Answers of(Manifest manifest, ClassifiedTexts texts) {
    TextDecider decider = new TextDecider(manifest);
    List<String> labels = manifest.labels();
    Map<AbstainReason, Integer> abstained = new EnumMap<>(AbstainReason.class);
    int answered = 0;
    int correct = 0;
    int preferred = 0;
    for (int i = 0; i < texts.texts().size(); i++) {
      int label = texts.texts().get(i).label();
      preferred += decider.preferred(texts.classified().get(i)) == label ? 1 : 0;
      Decision decision = decider.decide(texts.texts().get(i).text(), texts.classified().get(i));
      decision.abstained().ifPresent(reason -> abstained.merge(reason, 1, Integer::sum));
      answered += decision.label().isPresent() ? 1 : 0;
      correct += decision.label().filter(labels.get(label)::equals).isPresent() ? 1 : 0;
    }
    return new Answers(answered, correct, preferred, abstained);
  }

  private int texts() {
    return answered + abstained.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Returns the share of texts with a label, 0 to 1. */
  @JsonProperty
  public double coverage() {
    return share(answered, texts());
  }

  /** Returns the share of the answered texts whose label is correct; 0 without answers. */
  @JsonProperty
  public double accuracyOfAnswered() {
    return share(correct, answered);
  }

  /** Returns the share of all texts whose preferred label is correct, as if all were answered. */
  @JsonProperty
  public double accuracyOfAll() {
    return share(preferred, texts());
  }

  private static double share(int part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  /** Returns two lines for a text table. */
  public String toText() {
    String reasons =
        abstained.entrySet().stream()
            .map(entry -> String.format(Locale.ROOT, "%,d %s", entry.getValue(), entry.getKey()))
            .collect(Collectors.joining(", "));
    return String.format(
        Locale.ROOT,
        """
        answered           %.2f %% (%,d of %,d), accuracy %.4f
        no answer          %s
        """,
        100 * coverage(),
        answered,
        texts(),
        accuracyOfAnswered(),
        reasons.isEmpty() ? "0" : reasons);
  }
}
