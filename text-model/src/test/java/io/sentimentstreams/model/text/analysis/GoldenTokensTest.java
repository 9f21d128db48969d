package io.sentimentstreams.model.text.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sentimentstreams.model.text.Analyzer;
import io.sentimentstreams.model.text.SequenceSettings;
import io.sentimentstreams.model.text.Side;
import io.sentimentstreams.model.text.TextEncoder;
import io.sentimentstreams.model.text.TextToken;
import io.sentimentstreams.model.text.Tokenizer;
import io.sentimentstreams.model.text.TokenizerSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Tokens of each analyzer in committed files, one sentence of {@code sentences.txt} per line. They
 * are those of Lucene's own analyzers; {@code -Dgolden.tokens.write=true} writes them. If a file
 * changes, bundles with that analyzer must be trained again.
 */
class GoldenTokensTest {

  private static final Path FOLDER = Path.of("src", "test", "resources", "analyzers");
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * A sentence.
   *
   * @param text sentence
   * @param tokens tokens in order
   * @param ranges first position of each token, and the position behind its last one
   */
  private record Sentence(String text, List<String> tokens, List<List<Integer>> ranges) {}

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "KERAS")
  void tokensAreThoseOfLucene(Analyzer analyzer) throws IOException {
    List<Sentence> sentences = new ArrayList<>();
    for (String text : Files.readAllLines(FOLDER.resolve("sentences.txt"))) {
      List<LuceneOracle.Token> tokens = LuceneOracle.tokens(analyzer, text);
      sentences.add(
          new Sentence(
              text,
              tokens.stream().map(LuceneOracle.Token::term).toList(),
              tokens.stream().map(each -> List.of(each.from(), each.to())).toList()));
    }
    if (Boolean.getBoolean("golden.tokens.write")) {
      List<String> lines = new ArrayList<>();
      for (Sentence each : sentences) {
        lines.add(JSON.writeValueAsString(each));
      }
      Files.write(file(analyzer), lines);
    }

    assertThat(golden(analyzer)).isEqualTo(sentences).hasSizeGreaterThan(30);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "KERAS")
  void analyzersGiveTheGoldenTokens(Analyzer analyzer) throws IOException {
    TextEncoder encoder =
        new TextEncoder(
            Tokenizer.fit(
                new TokenizerSettings(Optional.empty(), "", false, " ", false, Optional.empty()),
                List.of()),
            new SequenceSettings(1000, Side.PRE, Side.PRE).withAnalyzer(analyzer));
    for (Sentence each : golden(analyzer)) {
      assertThat(analyzer.analyze(each.text()).strip().split(" +"))
          .as(each.text())
          .isEqualTo(String.join(" ", each.tokens()).split(" +"));
      List<TextToken> indexed = encoder.indexed(each.text());
      assertThat(indexed.stream().map(TextToken::token).toList()).isEqualTo(each.tokens());
      assertThat(indexed.stream().map(token -> List.of(token.from(), token.to())).toList())
          .as(each.text())
          .isEqualTo(each.ranges());
    }
  }

  private static Path file(Analyzer analyzer) {
    return FOLDER.resolve(analyzer.displayName() + ".jsonl");
  }

  private static List<Sentence> golden(Analyzer analyzer) throws IOException {
    List<Sentence> sentences = new ArrayList<>();
    for (String line : Files.readAllLines(file(analyzer))) {
      sentences.add(JSON.readValue(line, new TypeReference<Sentence>() {}));
    }
    return sentences;
  }
}
