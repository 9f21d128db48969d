package io.sentimentstreams.trainer.evaluate;

import io.sentimentstreams.model.bundle.Manifest;
import io.sentimentstreams.model.decision.AbstainReason;
import io.sentimentstreams.model.decision.Decision;
import io.sentimentstreams.model.decision.DecisionRule;
import io.sentimentstreams.model.language.LanguageChoice;
import io.sentimentstreams.model.language.LanguageRoute;
import io.sentimentstreams.model.language.LanguageRouter;
import io.sentimentstreams.model.language.OpenNlpDetector;
import io.sentimentstreams.model.scoring.ClassifiedText;
import io.sentimentstreams.model.scoring.TextScorer;
import io.sentimentstreams.model.text.EncodedText;
import java.util.List;
import java.util.Optional;

/**
 * Decision of a bundle on texts: a label, or no label with the reason. Not thread-safe if it scores
 * texts itself.
 */
public final class TextDecider {

  private final DecisionRule rule;
  private final LanguageRouter router;

  /** Creates a decider with the rules of a bundle. */
  public TextDecider(Manifest manifest) {
    rule = manifest.decisionRule();
    router =
        new LanguageRouter(
            List.of(new LanguageRoute(LanguageRoute.OTHERS, manifest.languages())),
            new OpenNlpDetector());
  }

  /**
   * A text with its decision.
   *
   * @param decision label, or no label with the reason
   * @param encoded token indices of the text
   */
  public record Answer(Decision decision, EncodedText encoded) {}

  /** Returns the decision on a text; the network is asked only if it is needed. */
  public Answer decide(TextScorer scorer, String text) {
    EncodedText encoded = scorer.encode(text);
    Decision decision =
        withoutNetwork(text, encoded.tokens(), encoded.outOfVocabulary())
            .orElseGet(
                () -> {
                  double[] probabilities = new double[scorer.classes()];
                  scorer.classify(encoded, probabilities);
                  return rule.decide(probabilities);
                });
    return new Answer(decision, encoded);
  }

  /** Returns the decision on a text whose probabilities are known. */
  public Decision decide(String text, ClassifiedText classified) {
    return withoutNetwork(text, classified.tokens(), classified.outOfVocabulary())
        .orElseGet(() -> rule.decide(probabilities(classified)));
  }

  /** Returns the index of the label that the model prefers, whether it abstains or not. */
  public int preferred(ClassifiedText classified) {
    return rule.best(probabilities(classified));
  }

  /**
   * Returns the decision on a text that the network should not be asked about.
   *
   * @param text the text, whose language could be a reason
   * @param tokens number of its tokens
   * @param unknown number of those that are not in the vocabulary
   */
  Optional<Decision> withoutNetwork(String text, int tokens, int unknown) {
    LanguageChoice choice = router.confirm(router.choose("", text), text, tokens, unknown);
    return choice.route().isEmpty()
        ? Optional.of(Decision.abstained(AbstainReason.UNSUPPORTED_LANGUAGE))
        : rule.withoutNetwork(tokens, unknown);
  }

  private static double[] probabilities(ClassifiedText classified) {
    return classified.probabilities().stream().mapToDouble(Double::doubleValue).toArray();
  }
}
