package io.sentimentstreams.model.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.sentimentstreams.model.network.Lstm;
import io.sentimentstreams.model.scoring.packed.PackedModel;
import io.sentimentstreams.model.scoring.packed.RandomModel;
import io.sentimentstreams.model.text.SequenceSettings;
import io.sentimentstreams.model.text.Side;
import io.sentimentstreams.model.text.Tokenizer;
import io.sentimentstreams.model.text.TokenizerSettings;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class TextScorerTest {

  private static final Tokenizer TOKENIZER =
      Tokenizer.fit(TokenizerSettings.keras(), List.of("a b c d e f g h i j"));

  @Property(tries = 100)
  void textsInABatchHaveTheirSingleScores(
      @ForAll @Size(max = 40) List<@CharRange(from = 'a', to = 'm') @Chars(' ') @StringLength(max = 30) String> texts,
      @ForAll boolean maskZero) {
    PackedModel model = PackedModel.of(RandomModel.of(maskZero, new Lstm("lstm", 4, false)));
    SequenceSettings settings = new SequenceSettings(6, Side.PRE, Side.POST);
    TextScorer scorer = new TextScorer(model, TOKENIZER, settings);
    assertThat(scorer.scoreAll(texts)).isEqualTo(texts.stream().map(scorer::score).toList());
    assertThat(scorer.classifyAll(texts)).isEqualTo(texts.stream().map(scorer::classify).toList());
  }
}
