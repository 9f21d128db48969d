package io.sentimentstreams.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class AnalyzerTest {

  private static final String REVIEW = "이 영화는 결말이 좋지 않았어요ㅠㅠ 👍";

  @Test
  void kerasDoesNotChangeTheText() {
    assertThat(Analyzer.KERAS.analyze(REVIEW)).isEqualTo(REVIEW);
  }

  @Test
  void noriSplitsStemsFromParticlesAndEndings() {
    assertThat(Analyzer.NORI.analyze(REVIEW)).isEqualTo("이 영화 는 결말 이 좋 지 않 았 어요 ㅠㅠ 👍");
  }

  @Test
  void noriLeavesWordsOfOtherScriptsWhole() {
    Tokenizer tokenizer = Tokenizer.fit(TokenizerSettings.keras(), List.of());
    assertThat(tokenizer.tokens(Analyzer.NORI.analyze("CGV에서 본 Parasite, 10/10!")))
        .containsExactly("cgv", "에서", "보", "ᆫ", "parasite", "10", "10");
  }

  @Test
  void morphemesFitATokenizerThatKerasCanRead() {
    Tokenizer fitted =
        Tokenizer.fit(TokenizerSettings.keras(), List.of(Analyzer.NORI.analyze(REVIEW)));
    Tokenizer read = KerasTokenizerJson.read(KerasTokenizerJson.write(fitted));
    TextEncoder encoder =
        new TextEncoder(
            read, new SequenceSettings(9, Side.PRE, Side.POST).withAnalyzer(Analyzer.NORI));

    assertThat(encoder.tokens("영화가 좋았어요")).containsExactly("영화", "가", "좋", "았", "어요");
    assertThat(encoder.encode("영화가 좋았어요").outOfVocabulary()).isEqualTo(1);
    assertThat(read.text(encoder.encode("영화가 좋았어요").ids())).isEqualTo("영화 좋 았 어요");
  }

  @Test
  void threadsGetTheSameMorphemes() {
    String expected = Analyzer.NORI.analyze(REVIEW);
    assertThat(IntStream.range(0, 400).parallel().mapToObj(i -> Analyzer.NORI.analyze(REVIEW)))
        .containsOnly(expected);
  }

  @Property
  void anyTextCanBeAnalyzed(@ForAll @StringLength(max = 60) String text) {
    assertThat(Analyzer.NORI.analyze(text)).doesNotStartWith(" ").doesNotEndWith(" ");
  }
}
