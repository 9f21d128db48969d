package io.sentimentstreams.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HalvesTest {

  @Test
  void textIsCutWhereTheSentenceNearestToItsMiddleEnds() {
    String text = "A slow start. It drags. Then the last hour turns everything upside down.";

    assertThat(Halves.added(List.of(text)))
        .containsExactly(
            text, "A slow start. It drags. ", "Then the last hour turns everything upside down.");
  }

  @Test
  void singleSentenceHasNoHalves() {
    assertThat(Halves.added(List.of("One long sentence without an end", "")))
        .containsExactly("One long sentence without an end", "");
  }

  @Test
  void halvesTogetherAreTheWhole() {
    String text = "Good! Bad? \"Ugly,\" he said... And so on. <br /><br />The end.";

    List<String> all = Halves.added(List.of(text));

    assertThat(all).hasSize(3);
    assertThat(all.get(1) + all.get(2)).isEqualTo(text);
  }
}
