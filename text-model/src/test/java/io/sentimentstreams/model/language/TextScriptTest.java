package io.sentimentstreams.model.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.Character.UnicodeScript;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextScriptTest {

  private static final int RUNS = 20;

  @ParameterizedTest
  @CsvSource({
    "a great film, LATIN",
    "Übel, LATIN",
    "плохой фильм, CYRILLIC",
    "정말 재밌다, HANGUL",
    "ㅋㅋㅋ, HANGUL",
    "这部电影很好, HAN",
    "映画はとても良かった, HIRAGANA",
    "素晴らしい, HIRAGANA",
    "カタカナ, HIRAGANA",
    "मुझे यह पसंद है, DEVANAGARI",
    "ممتاز جدا, ARABIC",
    "𝒢𝓇𝑒𝒶𝓉 привет, CYRILLIC"
  })
  void aTextHasTheScriptOfItsLetters(String text, UnicodeScript script) {
    assertThat(TextScript.of(text)).isEqualTo(script);
  }

  @ParameterizedTest
  @CsvSource({
    "iPhone 좋아요, HANGUL",
    "OST 최고, HANGUL",
    "iPhone отличный телефон, CYRILLIC",
    "bought it in 東京, LATIN",
    "the word is да, LATIN"
  })
  void mostLettersDecideAndASyllableCountsAsThree(String text, UnicodeScript script) {
    assertThat(TextScript.of(text)).isEqualTo(script);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "10/10 !!!", "👍👍", "\uD83D", "abc где", "\u0301"})
  void aTextWithoutLettersOrWithoutAMajorityHasNone(String text) {
    assertThat(TextScript.of(text)).isEqualTo(UnicodeScript.COMMON);
  }

  @Test
  void readingStopsAfterTheStatedNumberOfLetters() {
    String latin = "a".repeat(TextScript.MAX_LETTERS);
    assertThat(TextScript.of(latin + "я".repeat(5000))).isEqualTo(UnicodeScript.LATIN);
    assertThat(TextScript.of("a".repeat(99) + "я".repeat(101) + latin))
        .isEqualTo(UnicodeScript.CYRILLIC);
    String spaces = " ".repeat(TextScript.MAX_CHARS);
    assertThat(TextScript.of(spaces + "a")).isEqualTo(UnicodeScript.COMMON);
    assertThat(TextScript.of(spaces.substring(1) + "a")).isEqualTo(UnicodeScript.LATIN);
  }

  @Test
  void nothingIsAllocated() {
    String text = "Ein Film, фильм, 영화 und 映画 mit あ. ".repeat(100);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int run = 0; run < RUNS; run++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      TextScript.of(text);
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    assertThat(least).isZero();
  }
}
