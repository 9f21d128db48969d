package io.sentimentstreams.model.text.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import io.sentimentstreams.model.text.Analyzer;
import io.sentimentstreams.model.text.SequenceSettings;
import io.sentimentstreams.model.text.Side;
import io.sentimentstreams.model.text.TextEncoder;
import io.sentimentstreams.model.text.TextToken;
import io.sentimentstreams.model.text.Tokenizer;
import io.sentimentstreams.model.text.TokenizerSettings;
import java.text.Normalizer.Form;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws that hold for every text, lone surrogates included. */
class NormalizerLawsTest {

  private static final List<Normalizer> ALL =
      List.of(
          Normalizer.STANDARD,
          Normalizer.of("standard+elongated"),
          Normalizer.of("standard+hashtags"),
          Normalizer.of("standard+elongated+hashtags"));

  /** Parts that rules read. Mixtures of them find what one rule makes of another's result. */
  private static final String[] PARTS = {
    "a",
    "e",
    "o",
    "I",
    "X",
    "T",
    "t",
    "s",
    "n",
    "1",
    "2",
    "0",
    " ",
    "\t",
    "\n",
    "\r",
    "\r\n",
    "\u000b",
    "\0",
    "\u0007",
    "\u001b",
    "\u007f",
    "\u0085",
    "\u0092",
    "\u0093",
    "\u0080",
    "'",
    "`",
    "\"",
    "-",
    "--",
    ".",
    "!",
    "#",
    "*",
    "&",
    ";",
    "<",
    ">",
    "/",
    "=",
    "&amp;",
    "amp;",
    "&lt;",
    "lt;",
    "&gt;",
    "&#39;",
    "&#x27;",
    "&nbsp;",
    "&eacute;",
    "&#769;",
    "&#8205;",
    "&#128512;",
    "&notit;",
    "&#0;",
    "&#xD800;",
    "&#1114112;",
    "<br />",
    "<br",
    "</p>",
    "<b>",
    "<wbr>",
    "<a href=\"x\">",
    "<a href='",
    "<!--",
    "-->",
    "<script>",
    "</script>",
    "<3",
    "br",
    "\u2018",
    "\u2019",
    "\u201c",
    "\u00ab",
    "\u00b4",
    "\u2032",
    "\u2033",
    "\u02bc",
    "\uff07",
    "\uff40",
    "\uff06",
    "\uff1c",
    "\uff1e",
    "\uff03",
    "\u2013",
    "\u2014",
    "\u2212",
    "\u2010",
    "\u2011",
    "\ufe58",
    "\u2026",
    "\u00a0",
    "\u2003",
    "\u3000",
    "\u2028",
    "\u1680",
    "\ufeff",
    "\u200b",
    "\u200c",
    "\u200d",
    "\u200e",
    "\u202e",
    "\u2060",
    "\u00ad",
    "\ufe0e",
    "\ufe0f",
    "\u0301",
    "\u0323",
    "\u0307",
    "\u0308",
    "\u0338",
    "\u0344",
    "\u034f",
    "\u20e3",
    "\u20dd",
    "\u0483",
    "\u00e9",
    "\u1ee5",
    "\u212b",
    "\u00c5",
    "\ufb01",
    "\u017f",
    "\u0130",
    "\u03a3",
    "\uff21",
    "\uff41",
    "\uff01",
    "\u3002",
    "\u3001",
    "\u00bd",
    "\u2044",
    "\u00b2",
    "\u2122",
    "\u00a9",
    "\u2116",
    "\u24b6",
    "\u2460",
    "\u00a8",
    "\u1fbd",
    "\u1ffd",
    "\u0384",
    "\u037e",
    "\ud55c",
    "\u1112",
    "\u1161",
    "\u11ab",
    "\u3160",
    "\u314b",
    "\uffa3",
    "\uffc7",
    "\uff76",
    "\uff9e",
    "\u0b92",
    "\u0bd7",
    "\u0bc6",
    "\u0bbe",
    "\u0e01",
    "\u0e33",
    "\u0644",
    "\u0651",
    "\ufef5",
    "\ufe70",
    "\ufdfa",
    "\u09be",
    "\u09c7",
    "\u2764",
    "\u2640",
    "\u2605",
    "\u2606",
    "\u25b6",
    "\u2194",
    "\u263a",
    "\ud83d\ude00",
    "\ud83d\udc68",
    "\ud83d\udc69",
    "\ud83d\udc67",
    "\ud83c\udffd",
    "\ud83c\uddeb",
    "\ud83c\uddf7",
    "\ud83c\udff4",
    "\udb40\udc67",
    "\udb40\udc62",
    "\udb40\udc7f",
    "\ud83e\udee8",
    "\ud83c\ude1a",
    "\ud835\udcd0",
    "\ud835\udfd8",
    "\ud834\udd57",
    "\ud834\udd65",
    "\ud83d",
    "\udc00",
    "\ude00",
    "\uffff",
    "\ufffe",
    "\ufffd",
    "\ue000",
    "\ufdd0",
    "\u0378",
    "\ua7cb"
  };

  @Provide
  Arbitrary<String> mixtures() {
    return Arbitraries.of(PARTS).list().ofMaxSize(14).map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<String> anyUnits() {
    Arbitrary<Character> unit =
        Arbitraries.integers()
            .between(0, Character.MAX_VALUE)
            .map(value -> (char) value.intValue());
    Arbitrary<String> code =
        Arbitraries.integers().between(0, Character.MAX_CODE_POINT).map(Character::toString);
    return Arbitraries.oneOf(unit.map(String::valueOf), code, Arbitraries.of(PARTS))
        .list()
        .ofMaxSize(12)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<String> letters() {
    Arbitrary<Integer> code =
        Arbitraries.oneOf(
            Arbitraries.integers().between('a', 'z'),
            Arbitraries.integers().between(0xc0, 0x24f),
            Arbitraries.integers().between(0x300, 0x345),
            Arbitraries.integers().between(0x370, 0x6ff),
            Arbitraries.integers().between(0x900, 0xdff),
            Arbitraries.integers().between(0xe01, 0xfbc),
            Arbitraries.integers().between(0x1100, 0x11ff),
            Arbitraries.integers().between(0xac00, 0xac80),
            Arbitraries.integers().between(0x1d400, 0x1d7ff),
            Arbitraries.integers().between(0xfb00, 0xfdfb),
            Arbitraries.integers().between(0xff10, 0xff9f));
    return code.map(Character::toString).list().ofMaxSize(10).map(all -> String.join("", all));
  }

  @Property(tries = 4_000)
  void mixturesAreNormalAfterOnePass(@ForAll("mixtures") String text) {
    assertIdempotent(text);
  }

  @Property(tries = 4_000)
  void anyTextIsNormalAfterOnePass(@ForAll("anyUnits") String text) {
    assertIdempotent(text);
  }

  private static void assertIdempotent(String text) {
    for (Normalizer normalizer : ALL) {
      String once = normalizer.normalize(text);
      assertThat(normalizer.normalize(once)).as(escaped(text)).isEqualTo(once);
      assertThat(normalizer.trace(text).text()).isEqualTo(once);
    }
  }

  @Example
  void everyCodePointIsNormalAfterOnePass() {
    for (int code = 0; code <= Character.MAX_CODE_POINT; code++) {
      String character = Character.toString(code);
      for (String text : List.of(character, "a" + character + "b", "1" + character + "'\u0301")) {
        String once = Normalizer.STANDARD.normalize(text);
        if (!Normalizer.STANDARD.normalize(once).equals(once)) {
          assertThat(Normalizer.STANDARD.normalize(once)).as(escaped(text)).isEqualTo(once);
        }
      }
    }
  }

  @Property(tries = 4_000)
  void lettersAndMarksAreComposedAsInTheJavaLibrary(@ForAll("letters") String text) {
    Assume.that(text.codePoints().allMatch(NormalizerLawsTest::isKnown));
    Characters table = Characters.unicode14();
    Assume.that(
        text.codePoints()
            .allMatch(
                code ->
                    table.kind(code) == CharacterKind.WORD
                        || table.kind(code) == CharacterKind.MARK));
    String word = "x" + text;
    Assume.that(
        IntStream.concat(
                java.text.Normalizer.normalize(word, Form.NFKD).codePoints(),
                java.text.Normalizer.normalize(word, Form.NFKC).codePoints())
            .allMatch(code -> table.kind(code).isInWord() && isKnown(code)));
    Assume.that(longestRunOfMarks(java.text.Normalizer.normalize(word, Form.NFKC)) <= 8);
    assertThat(Normalizer.STANDARD.normalize(word))
        .as(escaped(word))
        .isEqualTo(java.text.Normalizer.normalize(word, Form.NFKC));
  }

  /** Unicode 13 is that of Java 17. */
  private static boolean isKnown(int code) {
    return Character.isDefined(code) && !(code >= 0x3131 && code <= 0x318e);
  }

  private static int longestRunOfMarks(String text) {
    int longest = 0;
    int run = 0;
    for (int code : text.codePoints().toArray()) {
      run = Characters.unicode14().kind(code) == CharacterKind.MARK ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  @Property(tries = 1_000)
  void rangesAreInsideTheTextAndOrdered(
      @ForAll("anyUnits") String text, @ForAll boolean lower, @ForAll boolean charLevel) {
    TokenizerSettings keras = TokenizerSettings.keras();
    Tokenizer tokenizer =
        Tokenizer.fit(
            new TokenizerSettings(
                keras.numWords(), keras.filters(), lower, "  ", charLevel, keras.oovToken()),
            List.of());
    for (Analyzer analyzer : Analyzer.values()) {
      for (Normalizer normalizer : ALL) {
        assertOrdered(text, encoder(tokenizer, analyzer, normalizer));
      }
    }
  }

  @Example
  void aSeparatorBetweenCharactersThatWereReadTogetherIsInsideTheText() {
    rangesAreInsideTheTextAndOrdered("\u2013\u1161", false, true);
    rangesAreInsideTheTextAndOrdered("\u2026\u1161\u11a8", false, true);
    rangesAreInsideTheTextAndOrdered("a\u00bd\u1161", false, true);
    rangesAreInsideTheTextAndOrdered("x\u2014\u0301", true, true);
  }

  private static void assertOrdered(String text, TextEncoder encoder) {
    List<TextToken> tokens = encoder.indexed(text);
    assertThat(tokens.stream().map(TextToken::token).toList()).isEqualTo(encoder.tokens(text));
    int from = 0;
    int to = 0;
    for (TextToken token : tokens) {
      assertThat(token.from()).as(escaped(text)).isBetween(from, text.length() - 1);
      assertThat(token.to()).as(escaped(text)).isBetween(Math.max(to, token.from()), text.length());
      from = token.from();
      to = token.to();
    }
  }

  @Property
  void theRangeOfAWordIsTheWordAsTyped(@ForAll("typedWords") List<String> words) {
    TextEncoder encoder =
        encoder(
            Tokenizer.fit(TokenizerSettings.keras(), List.of()),
            Analyzer.KERAS,
            Normalizer.STANDARD);
    String text = String.join("\u2014", words);
    assertThat(encoder.indexed(text).stream().map(each -> text.substring(each.from(), each.to())))
        .containsExactlyElementsOf(words);
  }

  @Provide
  Arbitrary<List<String>> typedWords() {
    Arbitrary<String> letter =
        Arbitraries.of(
            "a",
            "B",
            "\u00e9",
            "e\u0301",
            "\uff21",
            "\ud835\udcd0",
            "\ufb01",
            "\u0130",
            "&eacute;",
            "\u00df");
    Arbitrary<String> inside =
        Arbitraries.of("", "", "", "\u2019", "&amp;#39;", "\u00ad", "\u200b", "<wbr>");
    return Combinators.combine(letter, inside, letter)
        .as((first, second, third) -> first + second + third)
        .list()
        .ofMinSize(1)
        .ofMaxSize(6);
  }

  private static TextEncoder encoder(
      Tokenizer tokenizer, Analyzer analyzer, Normalizer normalizer) {
    return new TextEncoder(
        tokenizer,
        new SequenceSettings(1000, Side.PRE, Side.PRE)
            .withAnalyzer(analyzer)
            .withNormalizer(normalizer));
  }

  private static String escaped(String text) {
    return text.chars()
        .mapToObj(unit -> unit >= ' ' && unit <= '~' ? "" + (char) unit : "\\u%04x".formatted(unit))
        .collect(Collectors.joining());
  }
}
