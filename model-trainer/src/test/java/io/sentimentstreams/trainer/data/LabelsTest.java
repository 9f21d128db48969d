package io.sentimentstreams.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LabelsTest {

  private static final Path PATH = Path.of("data.tsv");

  @Test
  void fewOtherLabelsAreIgnored() {
    assertThat(Labels.infer(PATH, Map.of("0", 500L, "pos", 490L, "2", 9L)))
        .isEqualTo(Labels.SENTIMENT);
  }

  @Test
  void manyOtherLabelsAreInferred() {
    assertThat(Labels.infer(PATH, Map.of("0", 500L, "1", 485L, "2", 15L)).names())
        .containsExactly("0", "1", "2");
  }

  @Test
  void labelsAreSortedByNameOrByNumber() {
    assertThat(Labels.infer(PATH, Map.of("b", 1L, "10", 1L, "9", 1L)).names())
        .containsExactly("10", "9", "b");
    assertThat(Labels.infer(PATH, Map.of("-1", 1L, "10", 1L, "9", 1L)).names())
        .containsExactly("-1", "9", "10");
  }

  @Test
  void singleLabelIsRejected() {
    assertThatThrownBy(() -> Labels.infer(PATH, Map.of("5", 7L)))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageStartingWith("data.tsv: ")
        .hasMessageContaining(" 5. ");
  }

  @Test
  void labelsMustBeDistinct() {
    for (List<String> wrong : List.of(List.of("a"), List.of("a", "a"), List.of("a", " "))) {
      assertThatThrownBy(() -> new Labels(wrong)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
