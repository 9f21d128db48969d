package io.sentimentstreams.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ValidationSplitTest {

  private static final List<LabelledText> TEXTS =
      IntStream.range(0, 50)
          .mapToObj(i -> new LabelledText("%03d".formatted(i), "text " + i, i % 2 == 0))
          .toList();

  @Test
  void partsContainEveryTextOnceInOrder() {
    ValidationSplit parts = ValidationSplit.of(TEXTS, 0.2, 7);

    assertThat(parts.validation()).hasSize(10);
    List<LabelledText> both = new ArrayList<>(parts.training());
    both.addAll(parts.validation());
    assertThat(both).containsExactlyInAnyOrderElementsOf(TEXTS);
    assertThat(parts.training()).isSortedAccordingTo((a, b) -> a.id().compareTo(b.id()));
    assertThat(parts.validation()).isSortedAccordingTo((a, b) -> a.id().compareTo(b.id()));
  }

  @Test
  void seedDeterminesSplit() {
    assertThat(ValidationSplit.of(TEXTS, 0.2, 7)).isEqualTo(ValidationSplit.of(TEXTS, 0.2, 7));
    assertThat(ValidationSplit.of(TEXTS, 0.2, 7)).isNotEqualTo(ValidationSplit.of(TEXTS, 0.2, 8));
  }

  @Test
  void bothPartsHaveTexts() {
    List<LabelledText> two = TEXTS.subList(0, 2);

    assertThat(ValidationSplit.of(two, 0.01, 1).validation()).hasSize(1);
    assertThat(ValidationSplit.of(two, 0.99, 1).training()).hasSize(1);
  }

  @Test
  void seedDeterminesSample() {
    List<LabelledText> sample = ValidationSplit.sample(TEXTS, 5, 3);

    assertThat(sample).hasSize(5).isEqualTo(ValidationSplit.sample(TEXTS, 5, 3)).isSubsetOf(TEXTS);
    assertThat(ValidationSplit.sample(TEXTS, 500, 3)).isEqualTo(TEXTS);
  }

  @Test
  void invalidSharesAreRejected() {
    assertThatThrownBy(() -> ValidationSplit.of(TEXTS, 1, 1)).hasMessageContaining("1.0");
    assertThatThrownBy(() -> ValidationSplit.of(TEXTS, 0, 1)).hasMessageContaining("0.0");
    assertThatThrownBy(() -> ValidationSplit.of(TEXTS.subList(0, 1), 0.5, 1))
        .hasMessageContaining("at least 2");
    assertThatThrownBy(() -> ValidationSplit.sample(TEXTS, 0, 1)).hasMessageContaining(": 0.");
  }
}
