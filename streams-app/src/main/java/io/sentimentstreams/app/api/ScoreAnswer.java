package io.sentimentstreams.app.api;

import io.sentimentstreams.app.serving.ActiveModel;
import io.sentimentstreams.model.decision.AbstainReason;
import io.sentimentstreams.model.decision.Decision;
import io.sentimentstreams.model.decision.Task;
import io.sentimentstreams.model.scoring.ClassifiedText;
import io.sentimentstreams.model.scoring.PrefixScores;
import io.sentimentstreams.model.text.TextToken;
import io.sentimentstreams.schemas.ModelReference;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The response to {@code POST /v1/score}.
 *
 * @param label one of the labels of the model; null if it abstains
 * @param abstained the reason why there is no label; null if there is one
 * @param score 0 to 1, as in the stream; null for labels without an order, and if the network was
 *     not asked
 * @param probabilities of all labels in the model's order; empty if the network was not asked
 * @param language primary subtag, as given or detected; null if it was not needed or not found
 * @param tokens of the text; null if no model read it
 * @param words each token; empty if no prefixes were requested
 * @param prefixLabel the label whose probability the prefixes have: with two labels the positive
 *     one, otherwise the most probable one of the whole text; null without prefixes
 * @param prefixes the probability after each prefix, shortest first; the last one is the whole text
 * @param model that scored; null if no model answers the language
 */
record ScoreAnswer(
    @Nullable String label,
    @Nullable AbstainReason abstained,
    @Nullable Double score,
    List<Probability> probabilities,
    @Nullable String language,
    @Nullable Counts tokens,
    List<Word> words,
    @Nullable String prefixLabel,
    List<Prefix> prefixes,
    @Nullable Model model) {

  /** The probability of a label, 0 to 1. */
  record Probability(String label, double probability) {}

  /**
   * The token counts of a text.
   *
   * @param count all tokens
   * @param outOfVocabulary tokens that are not in the vocabulary
   * @param truncated tokens beyond the model's maximum length
   */
  record Counts(int count, int outOfVocabulary, int truncated) {}

  /**
   * A token.
   *
   * @param token after normalization
   * @param known whether it is in the vocabulary
   * @param from position in the text of the request, in UTF-16 code units
   * @param to position behind its last character
   */
  record Word(String token, boolean known, int from, int to) {}

  /**
   * The beginning of the text.
   *
   * @param tokens number of tokens in it
   * @param probability 0 to 1
   */
  record Prefix(int tokens, double probability) {}

  /** The name, version and SHA-256 of a bundle, and the route that selected it. */
  record Model(String name, String version, String sha256, String route) {}

  /** Returns the response for a text that no model answers. */
  static ScoreAnswer unsupported(Optional<String> language) {
    return new ScoreAnswer(
        null,
        AbstainReason.UNSUPPORTED_LANGUAGE,
        null,
        List.of(),
        language.orElse(null),
        null,
        List.of(),
        null,
        List.of(),
        null);
  }

  private static Word word(TextToken token) {
    return new Word(token.token(), token.known(), token.from(), token.to());
  }

  /** Returns the response for a scored text. */
  static ScoreAnswer of(
      PrefixScores scored, boolean withPrefixes, ActiveModel model, Optional<String> language) {
    ClassifiedText whole = scored.whole();
    Decision decision =
        model
            .rule()
            .withoutNetwork(whole.tokens(), whole.outOfVocabulary())
            .orElseGet(() -> model.rule().decide(array(whole.probabilities())));
    List<Double> probabilities = decision.probabilities();
    boolean hasCurve = withPrefixes && !probabilities.isEmpty();
    int shown = model.task() == Task.BINARY ? 1 : whole.best();
    ModelReference reference = model.reference();
    return new ScoreAnswer(
        decision.label().orElse(null),
        decision.abstained().orElse(null),
        decision.score().orElse(null),
        IntStream.range(0, probabilities.size())
            .mapToObj(i -> new Probability(model.labels().get(i), probabilities.get(i)))
            .toList(),
        language.orElse(null),
        new Counts(whole.tokens(), whole.outOfVocabulary(), whole.truncated()),
        withPrefixes ? scored.tokens().stream().map(ScoreAnswer::word).toList() : List.of(),
        hasCurve ? model.labels().get(shown) : null,
        hasCurve
            ? scored.prefixes().stream()
                .map(prefix -> new Prefix(prefix.tokens(), prefix.probabilities().get(shown)))
                .toList()
            : List.of(),
        new Model(
            reference.getName(), reference.getVersion(), reference.getSha256(), model.route()));
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
