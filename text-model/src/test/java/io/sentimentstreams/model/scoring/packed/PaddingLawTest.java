package io.sentimentstreams.model.scoring.packed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sentimentstreams.model.network.Bidirectional;
import io.sentimentstreams.model.network.Bidirectional.MergeMode;
import io.sentimentstreams.model.network.GlobalAveragePooling;
import io.sentimentstreams.model.network.GlobalMaxPooling;
import io.sentimentstreams.model.network.Gru;
import io.sentimentstreams.model.network.Layer;
import io.sentimentstreams.model.network.Lstm;
import io.sentimentstreams.model.network.Model;
import io.sentimentstreams.model.network.Recurrent;
import io.sentimentstreams.model.network.SimpleRnn;
import io.sentimentstreams.model.scoring.TextScorer;
import io.sentimentstreams.model.scoring.reference.ReferenceScorer;
import io.sentimentstreams.model.scoring.reference.Scorer;
import io.sentimentstreams.model.text.SequenceSettings;
import io.sentimentstreams.model.text.Side;
import io.sentimentstreams.model.text.Tokenizer;
import io.sentimentstreams.model.text.TokenizerSettings;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Effect of zeros on a score: none if they are masked, otherwise that of Keras. */
class PaddingLawTest {

  private static final Tokenizer TOKENIZER =
      Tokenizer.fit(TokenizerSettings.keras(), List.of("a b c d e f g h i j"));

  @Property(tries = 600)
  void paddingNeverChangesAMaskedScore(
      @ForAll("layers") Layer[] layers,
      @ForAll @Size(max = 12) List<@IntRange(min = 1, max = 10) Integer> tokens,
      @ForAll @IntRange(max = 5) int before,
      @ForAll @IntRange(max = 5) int after) {
    int[] bare = tokens.stream().mapToInt(Integer::intValue).toArray();
    int[] padded = new int[before + bare.length + after];
    System.arraycopy(bare, 0, padded, before, bare.length);
    for (Scorer scorer : scorers(RandomModel.of(true, layers))) {
      assertThat(scorer.score(padded, padded.length)).isEqualTo(scorer.score(bare, bare.length));
    }
  }

  @Property(tries = 600)
  void onlyTheGivenLengthCounts(
      @ForAll("layers") Layer[] layers,
      @ForAll @Size(max = 12) List<@IntRange(min = 0, max = 10) Integer> tokens) {
    int[] ids = tokens.stream().mapToInt(Integer::intValue).toArray();
    int[] longer = Arrays.copyOf(ids, ids.length + 3);
    Arrays.fill(longer, ids.length, longer.length, 7);
    for (Scorer scorer : scorers(RandomModel.of(false, layers))) {
      double expected = scorer.score(ids, ids.length);
      scorer.score(longer, longer.length);
      assertThat(scorer.score(longer, ids.length)).isEqualTo(expected);
    }
  }

  private static List<Scorer> scorers(Model model) {
    return List.of(new ReferenceScorer(model), PackedModel.of(model).newScorer());
  }

  @Test
  void zerosCountIfTheyAreNotMasked() {
    Layer lstm = new Lstm("lstm", 4, false);
    Scorer scorer = new ReferenceScorer(RandomModel.of(false, lstm));
    assertThat(scorer.score(new int[] {0, 0, 3}, 3)).isNotEqualTo(scorer.score(new int[] {3}, 1));
  }

  @Test
  void aTextIsPaddedLikeInKerasIfZerosAreNotMasked() {
    SequenceSettings settings = new SequenceSettings(4, Side.POST, Side.PRE);
    Layer gru = new Gru("gru", 4, false, true);
    PackedModel model = PackedModel.of(RandomModel.of(false, gru));
    TextScorer counting = new TextScorer(model, TOKENIZER, settings);
    Scorer scorer = model.newScorer();
    assertThat(counting.score("b d").score()).isEqualTo(scorer.score(new int[] {2, 4, 0, 0}, 4));
  }

  @Test
  void aTextIsNotPaddedIfZerosAreMasked() {
    SequenceSettings settings = new SequenceSettings(4, Side.POST, Side.PRE);
    Layer gru = new Gru("gru", 4, false, true);
    PackedModel model = PackedModel.of(RandomModel.of(true, gru));
    TextScorer masking = new TextScorer(model, TOKENIZER, settings);
    Scorer scorer = model.newScorer();
    assertThat(masking.score("b d").score()).isEqualTo(scorer.score(new int[] {2, 4}, 2));
    assertThat(masking.score("a b c d e f").truncated()).isEqualTo(2);
  }

  @Test
  void anIndexBeyondTheEmbeddingIsRejected() {
    Scorer scorer = new ReferenceScorer(RandomModel.of(true, new Lstm("lstm", 4, false)));
    int[] ids = IntStream.of(1, 2, RandomModel.VOCABULARY).toArray();
    assertThatThrownBy(() -> scorer.score(ids, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("token index 11 at timestep 2 must be 0 to 10");
  }

  @Provide
  Arbitrary<Layer[]> layers() {
    Arbitrary<Boolean> pooled = Arbitraries.of(true, false);
    Arbitrary<Integer> kinds = Arbitraries.integers().between(0, 3);
    return Combinators.combine(kinds, pooled, pooled, Arbitraries.of(MergeMode.class))
        .as(PaddingLawTest::stack);
  }

  private static Layer[] stack(int kind, boolean pooled, boolean both, MergeMode merge) {
    Recurrent recurrent =
        switch (kind) {
          case 0 -> new SimpleRnn("rnn", 4, pooled);
          case 1 -> new Lstm("lstm", 4, pooled);
          case 2 -> new Gru("gru", 4, pooled, true);
          default -> new Gru("gru", 4, pooled, false);
        };
    Layer first = both ? new Bidirectional("both", recurrent, merge) : recurrent;
    if (!pooled) {
      return new Layer[] {first};
    }
    Layer pooling =
        merge == MergeMode.SUM ? new GlobalAveragePooling("pool") : new GlobalMaxPooling("pool");
    return new Layer[] {first, pooling};
  }
}
