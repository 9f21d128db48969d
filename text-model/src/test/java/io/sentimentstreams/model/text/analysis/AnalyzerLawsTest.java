package io.sentimentstreams.model.text.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.sentimentstreams.model.text.Analyzer;
import io.sentimentstreams.model.text.SequenceSettings;
import io.sentimentstreams.model.text.Side;
import io.sentimentstreams.model.text.TextEncoder;
import io.sentimentstreams.model.text.TextToken;
import io.sentimentstreams.model.text.Tokenizer;
import io.sentimentstreams.model.text.TokenizerSettings;
import io.sentimentstreams.model.text.normalize.Normalizer;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of every analyzer that hold for every text, lone surrogates and NUL included. */
class AnalyzerLawsTest {

  private static final List<Analyzer> LUCENE =
      Stream.of(Analyzer.values()).filter(each -> each != Analyzer.KERAS).toList();

  /** Words, marks and contractions of the languages that analyzers know, and characters of none. */
  private static final String[] PARTS = {
    "film",
    "don't",
    "WORSE",
    "naïve",
    "10/10",
    "3.5",
    "a@b.com",
    "영화는",
    "좋았다",
    "본",
    "해서",
    "갔어요",
    "고마워",
    "한국방송공사",
    "ㅠㅠ",
    "映画",
    "面白くなかった",
    "関西国際空港",
    "ラーメン",
    "ﾒｯﾁｬ",
    "Ｋｉｎｄ",
    "这部电影",
    "好看",
    "后悔",
    "𠮷野家",
    "หนังเรื่องนี้",
    "ຮູບເງົາ",
    "ភាពយន្ត",
    "ရုပ်ရှင်",
    "बहुत",
    "رائعًا",
    "צה\"ל",
    " ",
    "  ",
    "\t",
    "\n",
    "\u00a0",
    "\u3000",
    "\u2028",
    "\u200b",
    "\u200d",
    "\ufeff",
    "\0",
    "\u0007",
    "\u0301",
    "\ufe0f",
    "\u20e3",
    "。",
    "，",
    "！",
    "...",
    "!!",
    "'",
    "\"",
    "-",
    "_",
    "^^",
    "😀",
    "👍🏽",
    "👨‍👩‍👧",
    "🇰🇷",
    "1️⃣",
    "★",
    "²",
    "\ud83d",
    "\udc00",
    "\uffff",
    "\ue000",
    "\u0378"
  };

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> unit =
        Arbitraries.integers()
            .between(0, Character.MAX_VALUE)
            .map(value -> String.valueOf((char) value.intValue()));
    Arbitrary<String> code =
        Arbitraries.integers().between(0, Character.MAX_CODE_POINT).map(Character::toString);
    Arbitrary<String> part = Arbitraries.of(PARTS);
    return Arbitraries.oneOf(part, part, part, unit, code)
        .list()
        .ofMaxSize(16)
        .map(parts -> String.join("", parts));
  }

  @Property(tries = 500)
  void wordsAreDeterministicAndSurviveATokenizer(@ForAll("texts") String text) {
    for (Analyzer analyzer : LUCENE) {
      String words = analyzer.analyze(text);
      assertThat(analyzer.analyze(text)).as(name(analyzer, text)).isEqualTo(words);
      assertThat(encoder(analyzer, false).tokens(text))
          .as(name(analyzer, text))
          .isEqualTo(words(analyzer, text));
    }
  }

  @Property(tries = 500)
  void rangesAreOrderedAndInsideTheText(@ForAll("texts") String text, @ForAll boolean charLevel) {
    for (Analyzer analyzer : LUCENE) {
      List<TextToken> tokens = encoder(analyzer, charLevel).indexed(text);
      int from = 0;
      int to = 0;
      for (TextToken token : tokens) {
        assertThat(token.from()).as(name(analyzer, text)).isBetween(from, text.length() - 1);
        assertThat(token.to())
            .as(name(analyzer, text))
            .isBetween(Math.max(to, token.from() + 1), text.length());
        from = token.from();
        to = token.to();
      }
    }
  }

  /** Nori is the exception: it separates the parts of a contraction. */
  @Property(tries = 500)
  void wordsAreTypedCharactersInOrder(@ForAll("texts") String text) {
    for (Analyzer analyzer : LUCENE) {
      int at = 0;
      for (String word : analyzer == Analyzer.NORI ? List.<String>of() : words(analyzer, text)) {
        int found = text.indexOf(word, at);
        assertThat(found).as(name(analyzer, text)).isNotNegative();
        at = found + word.length();
      }
    }
  }

  @Property(tries = 500)
  void aCodePointIsNeverSplit(@ForAll("texts") String text) {
    String whole = Normalizer.STANDARD.normalize(text);
    for (Analyzer analyzer : LUCENE) {
      assertThat(analyzer.analyze(whole).codePoints())
          .as(name(analyzer, whole))
          .noneMatch(code -> Character.getType(code) == Character.SURROGATE);
    }
  }

  @Property(tries = 500)
  void dictionariesOfOneLanguageKeepEveryVisibleCharacter(@ForAll("texts") String text) {
    for (Analyzer analyzer : List.of(Analyzer.KUROMOJI, Analyzer.SMARTCN)) {
      assertThat(visible(analyzer.analyze(text))).as(name(analyzer, text)).isEqualTo(visible(text));
    }
  }

  @Example
  void threadsGetTheSameWords() {
    String text = String.join(" ", PARTS);
    for (Analyzer analyzer : LUCENE) {
      String expected = analyzer.analyze(text);
      assertThat(IntStream.range(0, 200).parallel().mapToObj(i -> analyzer.analyze(text)))
          .containsOnly(expected);
    }
  }

  @Example
  void aTextWithoutWordsIsEmpty() {
    for (Analyzer analyzer : LUCENE) {
      for (String text : List.of("", " ", "\n\t \r\n", "\u3000")) {
        assertThat(analyzer.analyze(text)).as(name(analyzer, text)).isEmpty();
      }
    }
  }

  /**
   * Reads long texts of one kind of character, which have no boundary where a buffer could stop.
   */
  @Example
  void theCostOfALongTextIsLinear() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    for (Analyzer analyzer : LUCENE) {
      for (String part :
          List.of("a", "7", "가", "ㅠ", "あ", "ア", "好", "ก", "😀", "́", "!", "\0", "\ud83d")) {
        String once = part.repeat(20_000 / part.length());
        String fourTimes = once.repeat(4);
        analyzer.analyze(once);
        long first = threads.getCurrentThreadAllocatedBytes();
        analyzer.analyze(once);
        long second = threads.getCurrentThreadAllocatedBytes();
        String longer = analyzer.analyze(fourTimes);
        long third = threads.getCurrentThreadAllocatedBytes();

        assertThat(third - second).as(name(analyzer, part)).isLessThan(8 * (second - first));
        assertThat(longer.length()).as(name(analyzer, part)).isLessThanOrEqualTo(8 * once.length());
      }
    }
  }

  private static List<String> words(Analyzer analyzer, String text) {
    return Stream.of(analyzer.analyze(text).split(" ")).filter(each -> !each.isEmpty()).toList();
  }

  /** Returns an encoder whose tokenizer changes and drops nothing. */
  private static TextEncoder encoder(Analyzer analyzer, boolean charLevel) {
    return new TextEncoder(
        Tokenizer.fit(
            new TokenizerSettings(Optional.empty(), "", false, " ", charLevel, Optional.empty()),
            List.of()),
        new SequenceSettings(1000, Side.PRE, Side.PRE).withAnalyzer(analyzer));
  }

  private static String visible(String text) {
    return text.chars()
        .filter(unit -> !Character.isWhitespace(unit))
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  private static String name(Analyzer analyzer, String text) {
    return text.chars()
        .mapToObj(unit -> unit >= ' ' && unit <= '~' ? "" + (char) unit : "\\u%04x".formatted(unit))
        .collect(Collectors.joining("", analyzer + " ", ""));
  }
}
