package io.sentimentstreams.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.sentimentstreams.model.decision.Task;
import io.sentimentstreams.model.network.Dense;
import io.sentimentstreams.model.network.Embedding;
import io.sentimentstreams.model.network.Gru;
import io.sentimentstreams.model.network.Network;
import io.sentimentstreams.trainer.train.batch.Example;
import io.sentimentstreams.trainer.train.layer.DropoutRates;
import io.sentimentstreams.trainer.train.loss.ClassWeights;
import io.sentimentstreams.trainer.train.loss.Objective;
import io.sentimentstreams.trainer.train.optimizer.Clipping;
import io.sentimentstreams.trainer.train.optimizer.Optimizer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrainingIdentityTest {

  private static final Network NETWORK =
      new Network(
              List.of(
                  new Embedding("embedding", 9, 3, true),
                  new Gru("gru", 2, false, true),
                  new Dense("dense", 1, Dense.Activation.SIGMOID)))
          .withClasses(3);

  @Test
  void sameTrainingHasNoDifferences() {
    assertThat(identity(Optional.empty(), 0, 1, 2).differences(identity(Optional.empty(), 0, 1, 2)))
        .isEmpty();
    assertThat(
            identity(Optional.of(Task.NOMINAL), 0, 1, 2)
                .differences(identity(Optional.empty(), 0, 1, 2)))
        .isEmpty();
  }

  @Test
  void taskAndLossAreDifferences() {
    assertThat(
            identity(Optional.empty(), 0, 1, 2)
                .differences(identity(Optional.of(Task.ORDERED), 0, 1, 2)))
        .containsExactly(
            "loss: cross-entropy instead of soft targets of width 1.0",
            "task: (none) instead of ordered");
  }

  @Test
  void everyTargetIsPartOfTheData() {
    assertThat(identity(Optional.empty(), 0, 1, 2).differences(identity(Optional.empty(), 0, 2, 1)))
        .as("labels after the first are exchanged")
        .containsExactly("different examples");
  }

  private static TrainingIdentity identity(Optional<Task> task, int... labels) {
    TrainingSettings settings =
        new TrainingSettings(
            new EarlyStopping(1, 1),
            1,
            new OptimizerSettings(
                Optimizer.ADAM, 0.01, LearningRateSchedule.CONSTANT, new Clipping.None()),
            DropoutRates.none(),
            new Objective(task, new ClassWeights.Uniform()),
            1,
            1);
    List<Example> examples =
        Arrays.stream(labels)
            .mapToObj(label -> Example.labelled(new int[] {1, 2}, label, 3))
            .toList();
    return TrainingIdentity.of(settings, new ParameterLayout(NETWORK), examples, examples);
  }
}
