package io.sentimentstreams.model.text.analysis;

import io.sentimentstreams.model.text.Analyzer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.custom.CustomAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Lucene's own analyzers, made from the names of their tokenizers as in the configuration of a
 * search engine. They use nothing of the main classes.
 */
final class LuceneOracle {

  private static final Map<Analyzer, Map<String, String>> PARAMETERS =
      Map.of(
          Analyzer.STANDARD,
          Map.of(),
          Analyzer.NORI,
          Map.of(
              "decompoundMode", "discard",
              "outputUnknownUnigrams", "false",
              "discardPunctuation", "false"),
          Analyzer.KUROMOJI,
          Map.of("mode", "search", "discardCompoundToken", "true", "discardPunctuation", "false"),
          Analyzer.SMARTCN,
          Map.of(),
          Analyzer.ICU,
          Map.of());

  private static final Map<Analyzer, String> TOKENIZERS =
      Map.of(
          Analyzer.STANDARD, "standard",
          Analyzer.NORI, "korean",
          Analyzer.KUROMOJI, "japanese",
          Analyzer.SMARTCN, "hmmChinese",
          Analyzer.ICU, "icu");

  private static final Pattern WORD = Pattern.compile("[^ \\t\\n\\u3000]+");

  private LuceneOracle() {}

  /**
   * A token.
   *
   * @param term characters of the term, or of the text where the term has other case or width
   * @param from first position in the text
   * @param to position behind the last one
   */
  record Token(String term, int from, int to) {}

  /** Returns the tokens of a text without white space. */
  static List<Token> tokens(Analyzer analyzer, String text) throws IOException {
    List<Token> tokens = new ArrayList<>();
    Map<String, String> parameters = Objects.requireNonNull(PARAMETERS.get(analyzer));
    String tokenizer = Objects.requireNonNull(TOKENIZERS.get(analyzer));
    try (CustomAnalyzer lucene =
            CustomAnalyzer.builder().withTokenizer(tokenizer, new HashMap<>(parameters)).build();
        TokenStream stream = lucene.tokenStream("text", text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        int from = offset.startOffset();
        int to = offset.endOffset();
        String typed = analyzer == Analyzer.SMARTCN ? text.substring(from, to) : term.toString();
        if (typed.length() == to - from) {
          // Some tokens of nori contain spaces.
          WORD.matcher(typed)
              .results()
              .map(word -> new Token(word.group(), from + word.start(), from + word.end()))
              .forEach(tokens::add);
        } else {
          tokens.add(new Token(typed, from, to));
        }
      }
      stream.end();
    }
    return tokens;
  }
}
