package io.sentimentstreams.trainer.onnx.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sentimentstreams.model.text.Tokenizer;
import io.sentimentstreams.trainer.data.InvalidDataException;
import io.sentimentstreams.trainer.onnx.OnnxFixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VocabularyFileTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"<pad>\": 0, \"a\": 1, \"b\": 2}",
        "\ufeff{\"b\": 2, \"a\": 1, \"<pad>\": 0}",
        "{\"0\": \"<pad>\", \"1\": \"a\", \"2\": \"b\"}",
        "[\"<pad>\", \"a\", \"b\"]",
        "{\"itos\": [\"<pad>\", \"a\", \"b\"]}",
        "{\"stoi\": {\"<pad>\": 0, \"a\": 1, \"b\": 2}, \"default\": 0}",
        "<pad>\na\nb\n",
        "<pad>\r\na\r\nb",
      })
  void everyFormatHasTheSameTokens(String content) throws IOException {
    assertThat(read(content).ids())
        .containsExactlyInAnyOrderEntriesOf(Map.of("<pad>", 0, "a", 1, "b", 2));
  }

  @Test
  void textMayBeginWithABracketAndHaveAnIndexWithoutToken() throws IOException {
    assertThat(read("[PAD]\n\nb\n").ids())
        .containsExactly(Map.entry("[PAD]", 0), Map.entry("b", 2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {"a": "b"} | index 'a' is not a number
          {"a": 1.5} | token 'a' has the index 1.5
          {"a": true} | token 'a' has the index true
          {"a": -1} | token 'a' has the index -1
          {"a": 4294967297} | token 'a' has the index 4294967297
          {"a": 1, "a": 2} | the field 'a' occurs twice at line 1
          {"a": 1 | is not JSON: it is cut off
          ["a", 1] | the token at 1 is 1
          ["a", "a"] | token 'a' occurs twice
          {} | no tokens
          {"class_name": "Tokenizer", "config": {}} | a tokenizer of Keras
          {"model": {"type": "BPE"}} | a tokenizer of type BPE
          """)
  void invalidJsonIsRejected(String content, String message) {
    assertThatThrownBy(() -> read(content))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining(message);
  }

  @Test
  void invalidTextIsRejectedWithTheLine() throws IOException {
    assertThatThrownBy(() -> read("a\nb\na\n"))
        .hasMessageContaining("line 3 repeats the token 'a' of line 1");
    assertThatThrownBy(() -> read("a\t1\n")).hasMessageContaining("line 1 has more than a token");
    Path binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0x80, 4, 95});
    assertThatThrownBy(() -> VocabularyFile.read(binary)).hasMessageContaining("a Python pickle");
    assertThatThrownBy(() -> VocabularyFile.read(folder.resolve("missing")))
        .isInstanceOf(InvalidDataException.class);
  }

  @Test
  void tokenizerOfHuggingFaceHasItsRules() {
    VocabularyFile read = VocabularyFile.read(OnnxFixtures.file("tokenizer.json"));
    assertThat(read.ids()).hasSize(12).containsEntry("film", 4);
    assertThat(read.unknown()).contains("<unk>");
    assertThat(read.padding()).contains("<pad>");
    assertThat(read.maxLength()).contains(9);
    assertThat(read.rules()).contains(new TokenRules(true, TokenRules.UNICODE_WHITE_SPACE, " "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          pre_tokenizer | {"type": "Whitespace"} | pre_tokenizer Whitespace is not supported
          pre_tokenizer | {"type": "Punctuation", "behavior": "Isolated"} | pre_tokenizer Punctuation (behavior "Isolated") is not
          pre_tokenizer | null | no pre_tokenizer splits
          pre_tokenizer | {"type": "Sequence", "pretokenizers": [{"type": "WhitespaceSplit"}, {"type": "Digits"}]} | pre_tokenizer Digits
          normalizer | {"type": "NFKC"} | normalizer NFKC is not
          normalizer | {"type": "BertNormalizer", "lowercase": true, "clean_text": true, "handle_chinese_chars": true, "strip_accents": null} | normalizer BertNormalizer
          normalizer | {"type": "BertNormalizer", "lowercase": true, "clean_text": false, "handle_chinese_chars": false, "strip_accents": null} | normalizer BertNormalizer
          post_processor | {"type": "TemplateProcessing"} | post_processor of type TemplateProcessing
          added_tokens | [{"content": "New York", "special": false}] | added token 'New York'
          model | {"type": "WordPiece"} | a tokenizer of type WordPiece
          """)
  void unsupportedPartsOfATokenizerAreRejectedByName(String part, String value, String message)
      throws IOException {
    assertThatThrownBy(() -> edited(part, value))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          normalizer | null | A Film | <unk> <unk>
          normalizer | {"type": "Sequence", "normalizers": [{"type": "Strip"}, {"type": "Lowercase"}]} | A Film | a film
          normalizer | {"type": "BertNormalizer", "lowercase": true, "clean_text": false, "handle_chinese_chars": false, "strip_accents": false} | A Film | a film
          pre_tokenizer | {"type": "CharDelimiterSplit", "delimiter": "_"} | a_film is | a <unk>
          pre_tokenizer | {"type": "Sequence", "pretokenizers": [{"type": "WhitespaceSplit"}, {"type": "Punctuation", "behavior": "Removed"}]} | a,film…is  $dull | a film is dull
          """)
  void supportedPartsOfATokenizerSplitTextsAlike(
      String part, String value, String text, String tokens) throws IOException {
    VocabularyFile read = edited(part, value);
    Tokenizer tokenizer =
        TokenIndices.of(
                read,
                new TokenIndices.Choices(
                    Optional.empty(), Optional.empty(), read.rules().orElseThrow()),
                12,
                Optional.empty())
            .tokenizer();
    assertThat(tokenizer.text(tokenizer.sequence(text))).isEqualTo(tokens);
  }

  private VocabularyFile edited(String part, String value) throws IOException {
    ObjectNode json =
        (ObjectNode) VocabularyFile.MAPPER.readTree(OnnxFixtures.file("tokenizer.json").toFile());
    json.set(part, VocabularyFile.MAPPER.readTree(value));
    return read(json.toString());
  }

  private VocabularyFile read(String content) throws IOException {
    return VocabularyFile.read(Files.writeString(folder.resolve("vocabulary"), content));
  }
}
