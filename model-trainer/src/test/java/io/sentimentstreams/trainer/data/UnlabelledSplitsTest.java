package io.sentimentstreams.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class UnlabelledSplitsTest {

  private static final String THREE =
      "A slow start. It drags. Then it turns everything upside down.";

  @Test
  void textIsFollowedByItsParts() {
    List<String> all = UnlabelledSplits.withSplits(List.of("Good film. Bad sound.", THREE), 1, 7);

    assertThat(all).hasSize(6);
    assertThat(all.subList(0, 3))
        .containsExactly("Good film. Bad sound.", "Good film. ", "Bad sound.");
    assertThat(all.get(3)).isEqualTo(THREE);
    assertThat(all.get(4) + all.get(5)).isEqualTo(THREE);
  }

  @Test
  void textIsSplitAtMostOncePerBoundary() {
    assertThat(UnlabelledSplits.withSplits(List.of(THREE), 5, 7))
        .containsExactlyInAnyOrder(
            THREE,
            "A slow start. ",
            "It drags. Then it turns everything upside down.",
            "A slow start. It drags. ",
            "Then it turns everything upside down.");
  }

  @Test
  void singleSentenceIsNotSplit() {
    assertThat(UnlabelledSplits.withSplits(List.of("One long sentence without an end", ""), 3, 7))
        .containsExactly("One long sentence without an end", "");
  }

  @Test
  void seedDeterminesBoundaries() {
    String text = "One. Two. Three. Four. Five. Six. Seven. Eight. Nine. Ten.";

    assertThat(UnlabelledSplits.withSplits(List.of(text), 2, 1))
        .isEqualTo(UnlabelledSplits.withSplits(List.of(text), 2, 1))
        .isNotEqualTo(UnlabelledSplits.withSplits(List.of(text), 2, 2));
  }
}
