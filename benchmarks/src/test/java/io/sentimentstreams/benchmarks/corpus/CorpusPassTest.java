package io.sentimentstreams.benchmarks.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class CorpusPassTest {

  private static final int[] LENGTHS = {5, 1, 4, 2, 3};

  @Test
  void everyReviewIsScoredOnceWhateverTheThreads() {
    CorpusPass pass = new CorpusPass(LENGTHS, 2, true);
    List<Integer> scored = new CopyOnWriteArrayList<>();

    double seconds =
        pass.run(
            () ->
                (places, scores) -> {
                  for (int place : places) {
                    scored.add(place);
                    scores[place] = LENGTHS[place];
                  }
                },
            3,
            false);

    assertThat(seconds).isPositive();
    assertThat(scored).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
    assertThat(pass.scores()).containsExactly(5, 1, 4, 2, 3);
  }

  @Test
  void reviewsOfLikeLengthComeTogetherWhereTheyAreSorted() {
    CorpusPass pass = new CorpusPass(LENGTHS, 2, true);
    List<List<Integer>> batches = new CopyOnWriteArrayList<>();

    var unused =
        pass.run(
            () -> (places, scores) -> batches.add(Arrays.stream(places).boxed().toList()),
            1,
            false);

    assertThat(batches).containsExactly(List.of(1, 3), List.of(4, 2), List.of(0));
  }
}
