package io.sentimentstreams.model.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sentimentstreams.model.network.Lstm;
import io.sentimentstreams.model.scoring.PrefixScores.Prefix;
import io.sentimentstreams.model.scoring.packed.PackedModel;
import io.sentimentstreams.model.scoring.packed.RandomModel;
import io.sentimentstreams.model.scoring.packed.RandomNetwork;
import io.sentimentstreams.model.text.Analyzer;
import io.sentimentstreams.model.text.SequenceSettings;
import io.sentimentstreams.model.text.Side;
import io.sentimentstreams.model.text.TextToken;
import io.sentimentstreams.model.text.Tokenizer;
import io.sentimentstreams.model.text.TokenizerSettings;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class PrefixScorerTest {

  private static final List<String> FITTED = List.of("a b c d e f g h i j");

  @Property(tries = 60)
  void everyPrefixScoresLikeASeparateTextAndTheLastIsTheWhole(
      @ForAll("networks") RandomNetwork network,
      @ForAll @Size(max = 30) List<@CharRange(from = 'a', to = 'm') @StringLength(1) String> words,
      @ForAll boolean unknownTokensStand,
      @ForAll Side padding,
      @ForAll Side truncating) {
    PackedModel model = PackedModel.of(network.model());
    Tokenizer tokenizer = tokenizer(unknownTokensStand);
    SequenceSettings settings = new SequenceSettings(12, padding, truncating);
    TextScorer oracle = new TextScorer(model, tokenizer, settings);
    String text = String.join(" ", words);

    PrefixScores scored = new PrefixScorer(model, tokenizer, settings).score(text, 30);

    assertThat(scored.whole()).isEqualTo(oracle.classify(text));
    assertThat(scored.prefixes()).hasSize(words.size());
    for (int i = 1; i <= words.size(); i++) {
      String prefix = String.join(" ", words.subList(0, i));
      assertThat(scored.prefixes().get(i - 1))
          .isEqualTo(new Prefix(i, oracle.classify(prefix).probabilities()));
    }
  }

  @Property(tries = 100)
  void prefixesAreLimitedAndEvenlySpacedUpToTheWhole(
      @ForAll @IntRange(min = 1, max = 300) int words,
      @ForAll @IntRange(min = 1, max = 40) int most) {
    PrefixScores scored = lstm().score("a ".repeat(words), most);

    List<Integer> ends = scored.prefixes().stream().map(Prefix::tokens).toList();
    assertThat(ends).hasSize(Math.min(words, most)).doesNotHaveDuplicates().isSorted();
    assertThat(ends).endsWith(words);
    assertThat(scored.prefixes().get(ends.size() - 1).probabilities())
        .isEqualTo(scored.whole().probabilities());
    for (int i = 1; i < ends.size(); i++) {
      assertThat(ends.get(i) - ends.get(i - 1)).isBetween(words / most, words / most + 1);
    }
  }

  @Example
  void tokensAreReturned() {
    assertThat(lstm().score("B, zebra!", 5).tokens())
        .containsExactly(new TextToken("b", true, 2, 0, 1), new TextToken("zebra", false, 0, 3, 8));
  }

  @Example
  void aTextWithoutTokensHasNoPrefix() {
    PrefixScores scored = lstm().score(" ... ", 5);

    assertThat(scored.tokens()).isEmpty();
    assertThat(scored.prefixes()).isEmpty();
    assertThat(scored.whole().tokens()).isZero();
  }

  @Example
  void koreanPrefixesHaveTheTokensOfTheWholeText() {
    SequenceSettings settings =
        new SequenceSettings(20, Side.PRE, Side.PRE).withAnalyzer(Analyzer.NORI);
    PrefixScorer scorer =
        new PrefixScorer(
            PackedModel.of(RandomModel.of(true, new Lstm("lstm", 4, false))),
            tokenizer(false),
            settings);

    PrefixScores scored = scorer.score("영화가 좋았다", 20);

    assertThat(scored.tokens()).hasSizeGreaterThan(2);
    assertThat(scored.prefixes()).hasSameSizeAs(scored.tokens());
  }

  @Example
  void theNumberOfPrefixesMustBePositive() {
    assertThatThrownBy(() -> lstm().score("a", 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least 1, was 0");
  }

  private static PrefixScorer lstm() {
    return new PrefixScorer(
        PackedModel.of(RandomModel.of(true, new Lstm("lstm", 4, false))),
        tokenizer(false),
        new SequenceSettings(1000, Side.PRE, Side.PRE));
  }

  private static Tokenizer tokenizer(boolean unknownTokensStand) {
    TokenizerSettings settings = TokenizerSettings.keras();
    return Tokenizer.fit(unknownTokensStand ? settings.withOovToken("<oov>") : settings, FITTED);
  }

  @Provide
  Arbitrary<RandomNetwork> networks() {
    return RandomNetwork.any();
  }
}
