package io.sentimentstreams.trainer.data;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class LabelsTest {

  @Test
  void labelsMustBeDistinct() {
    for (List<String> wrong : List.of(List.of("a"), List.of("a", "a"), List.of("a", " "))) {
      assertThatThrownBy(() -> new Labels(wrong)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
