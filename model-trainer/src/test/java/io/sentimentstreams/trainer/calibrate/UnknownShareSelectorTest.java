package io.sentimentstreams.trainer.calibrate;

import static org.assertj.core.api.Assertions.assertThat;

import io.sentimentstreams.model.scoring.ClassifiedText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnknownShareSelectorTest {

  private static ClassifiedText text(int tokens, int unknown) {
    return new ClassifiedText(List.of(0.5, 0.5), tokens, unknown, 0);
  }

  @Test
  void knownTextsGetOneHalf() {
    assertThat(UnknownShareSelector.of(List.of(text(10, 0), text(10, 2)))).isEqualTo(0.5);
    assertThat(UnknownShareSelector.of(List.of())).isEqualTo(0.5);
  }

  @Test
  void oneTextInAThousandMayHaveMore() {
    List<ClassifiedText> texts = new ArrayList<>(Collections.nCopies(999, text(3, 2)));
    texts.add(text(10, 9));

    assertThat(UnknownShareSelector.of(texts)).isEqualTo(0.667);
    texts.add(text(10, 9));
    assertThat(UnknownShareSelector.of(texts)).isEqualTo(0.9);
  }

  @Test
  void textsWithoutAKnownTokenDoNotCount() {
    List<ClassifiedText> texts = new ArrayList<>(Collections.nCopies(10, text(2, 2)));
    texts.add(text(0, 0));
    texts.add(text(5, 3));

    assertThat(UnknownShareSelector.of(texts)).isEqualTo(0.6);
  }
}
