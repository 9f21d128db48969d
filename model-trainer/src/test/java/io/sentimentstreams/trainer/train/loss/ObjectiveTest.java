package io.sentimentstreams.trainer.train.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sentimentstreams.model.decision.Task;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ObjectiveTest {

  private static final ClassWeights UNIFORM = new ClassWeights.Uniform();
  private static final Objective ORDERED = new Objective(Optional.of(Task.ORDERED), UNIFORM);

  @Test
  void taskFollowsFromTheNumberOfLabels() {
    assertThat(Objective.of(UNIFORM).task(2)).isEqualTo(Task.BINARY);
    assertThat(Objective.of(UNIFORM).task(3)).isEqualTo(Task.NOMINAL);
    assertThat(ORDERED.task(3)).isEqualTo(Task.ORDERED);
  }

  @Test
  void orderedLabelsHaveSoftTargets() {
    assertThat(Objective.of(UNIFORM).loss()).isEqualTo(new CrossEntropy());
    assertThat(ORDERED.loss()).isEqualTo(new SoftOrderedLoss(Objective.WIDTH));
  }

  @Test
  void settingsHaveTaskAndLoss() {
    Map<String, String> settings = new TreeMap<>();
    ORDERED.addTo(settings);
    Map<String, String> others = new TreeMap<>();
    Objective.of(UNIFORM).addTo(others);

    assertThat(settings)
        .containsEntry("task", "ordered")
        .containsEntry("loss", "soft targets of width " + Objective.WIDTH)
        .containsEntry("classWeights", "uniform");
    assertThat(others).containsEntry("loss", "cross-entropy").doesNotContainKey("task");
  }

  @Test
  void taskMustFitTheLabels() {
    ORDERED.requireLabels(List.of("1", "2", "3"));
    assertThatThrownBy(() -> ORDERED.requireLabels(List.of("1", "2")))
        .hasMessage(
            "--task ordered needs three labels at least, but there are 2: 1, 2."
                + " Correct --task or the labels.");
    assertThatThrownBy(
            () ->
                new Objective(Optional.of(Task.BINARY), UNIFORM)
                    .requireLabels(List.of("a", "b", "c")))
        .hasMessageContaining("--task binary needs two labels, but there are 3: a, b, c.");
  }
}
