package io.sentimentstreams.trainer.onnx.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenIndicesTest {

  private static final TokenRules RULES = new TokenRules(true, TokenRules.PYTHON_WHITE_SPACE, " ");

  @TempDir private Path folder;

  @Test
  void paddingIsZeroAndUnknownWordsAreOne() throws IOException {
    TokenIndices found = indices("a\n<unk>\nb\n<pad>\n", Optional.empty(), Optional.empty(), 6);
    assertThat(found.tokenizer().wordIndex()).hasSize(3).containsEntry("<unk>", 1);
    assertThat(found.tokenizer().sequence("B a\u2003c")).containsExactly(3, 2, 1);
    assertThat(found.rows()).containsExactly(3, 1, 0, 2, 4, 5);
    assertThat(found.indices(new int[] {0, 1, 2, 3, 4, 5})).containsExactly(2, 1, 3, 0, 4, 5);
    assertThat(found.padding()).contains(3);
  }

  @Test
  void vocabularyWithoutPaddingGetsZeros() throws IOException {
    TokenIndices found = indices("a\n<unk>\n", Optional.empty(), Optional.empty(), 2);
    assertThat(found.rows()).containsExactly(-1, 1, 0);
    assertThat(found.padding()).isEmpty();
  }

  @Test
  void freeIndexZeroIsPadding() throws IOException {
    TokenIndices found = indices("{\"a\": 1, \"<unk>\": 2}", Optional.empty(), Optional.empty(), 3);
    assertThat(found.rows()).containsExactly(0, 2, 1);
    assertThat(found.padding()).contains(0);
  }

  @Test
  void tokensCanShareAnIndex() throws IOException {
    TokenIndices found =
        indices("{\"<unk>\": 0, \"a\": 1, \"b\": 1}", Optional.empty(), Optional.empty(), 2);
    assertThat(found.rows()).containsExactly(-1, 0, 1, 1);
    assertThat(found.tokenizer().sequence("b a")).containsExactly(3, 2);
  }

  @Test
  void unknownWordsCanHaveTheVectorOfPadding() throws IOException {
    TokenIndices found = indices("<pad>\na\n", Optional.of("<pad>"), Optional.empty(), 2);
    assertThat(found.rows()).containsExactly(0, 0, 1);
    assertThat(found.tokenizer().sequence("a other")).containsExactly(2, 1);
  }

  @Test
  void unknownWordsCanBeOmitted() throws IOException {
    TokenIndices found = indices("<pad>\na\n", Optional.of("none"), Optional.empty(), 2);
    assertThat(found.tokenizer().sequence("a other")).containsExactly(1);
  }

  @Test
  void vocabularyThatDoesNotFitTheModelIsRefused() {
    assertThatThrownBy(() -> indices("<unk>\na\nb\n", Optional.empty(), Optional.empty(), 2))
        .hasMessageContaining("token 'b' has the index 2, but the embedding has 2 vectors");
    assertThatThrownBy(() -> indices("a\nb\n", Optional.empty(), Optional.empty(), 2))
        .hasMessageContaining("no token for unknown words");
    assertThatThrownBy(() -> indices("a\nb\n", Optional.of("c"), Optional.empty(), 2))
        .hasMessageContaining("no token 'c'");
    assertThatThrownBy(() -> indices("<unk>\n<pad>\na\n", Optional.empty(), Optional.of(0), 3))
        .hasMessageContaining(
            "padding is '<pad>' with the index 1, but the model masks the index 0");
    assertThatThrownBy(() -> indices("a\n<unk>\n", Optional.empty(), Optional.of(0), 2))
        .hasMessageContaining("masks the index 0, which is the token 'a'");
    assertThatThrownBy(() -> indices("<pad>\na\n", Optional.of("<pad>"), Optional.of(0), 2))
        .hasMessageContaining("unknown words have the index 0, which the model masks");
  }

  private TokenIndices indices(
      String content, Optional<String> unknown, Optional<Integer> masked, int tokens)
      throws IOException {
    Path file = Files.writeString(folder.resolve("vocabulary"), content);
    return TokenIndices.of(
        VocabularyFile.read(file),
        new TokenIndices.Choices(unknown, Optional.empty(), RULES),
        tokens,
        masked);
  }
}
