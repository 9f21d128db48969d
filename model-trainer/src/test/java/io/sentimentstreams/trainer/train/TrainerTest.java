package io.sentimentstreams.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sentimentstreams.model.network.Bidirectional;
import io.sentimentstreams.model.network.Dense;
import io.sentimentstreams.model.network.Embedding;
import io.sentimentstreams.model.network.Lstm;
import io.sentimentstreams.model.network.Model;
import io.sentimentstreams.model.network.Network;
import io.sentimentstreams.trainer.train.batch.Example;
import io.sentimentstreams.trainer.train.layer.DropoutRates;
import io.sentimentstreams.trainer.train.loss.ClassWeights;
import io.sentimentstreams.trainer.train.loss.LossAndAccuracy;
import io.sentimentstreams.trainer.train.loss.Objective;
import io.sentimentstreams.trainer.train.optimizer.Clipping;
import io.sentimentstreams.trainer.train.optimizer.Optimizer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainerTest {

  private static final int VOCABULARY = 20;
  private static final int BATCHES_OF_AN_EPOCH = 8;

  private static final Network NETWORK = network(5);
  private static final List<Example> TRAINING = examples(60, 1);
  private static final List<Example> VALIDATION = examples(20, 2);

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"ADAM, CONSTANT", "RMSPROP, PLATEAU", "ADAM, COSINE", "RMSPROP, LINEAR"})
  void resumedTrainingProducesSameWeightsAsUninterrupted(
      Optimizer optimizer, LearningRateSchedule schedule) {
    TrainingSettings settings = settings(optimizer, schedule, 4);
    TrainingResult uninterrupted = train(settings, never(), Optional.empty());

    TrainingResult half =
        train(settings, afterBatches(2 * BATCHES_OF_AN_EPOCH + 3), Optional.of(firstEpoch()));
    TrainingResult whole = train(settings, never(), Optional.of(resumed()));

    assertThat(half.finished()).isFalse();
    assertThat(half.history()).hasSize(2);
    assertThat(whole.finished()).isTrue();
    assertThat(whole.history())
        .usingRecursiveComparison()
        .ignoringFields("duration")
        .isEqualTo(uninterrupted.history());
    assertSameWeights(whole.model(), uninterrupted.model());
  }

  @Test
  void finishedTrainingResumesWithMoreEpochs() {
    TrainingResult four =
        train(
            settings(Optimizer.ADAM, LearningRateSchedule.CONSTANT, 4), never(), Optional.empty());

    train(
        settings(Optimizer.ADAM, LearningRateSchedule.CONSTANT, 2),
        never(),
        Optional.of(firstEpoch()));
    TrainingResult more =
        train(
            settings(Optimizer.ADAM, LearningRateSchedule.CONSTANT, 4),
            never(),
            Optional.of(resumed()));

    assertSameWeights(more.model(), four.model());
  }

  @Test
  void trainingIsDeterministic() {
    TrainingSettings settings = settings(Optimizer.ADAM, LearningRateSchedule.CONSTANT, 2);

    assertSameWeights(
        train(settings, never(), Optional.empty()).model(),
        train(settings, never(), Optional.empty()).model());
  }

  @Test
  void checkpointOfOtherSettingsIsRejected() {
    train(
        settings(Optimizer.ADAM, LearningRateSchedule.CONSTANT, 1),
        never(),
        Optional.of(firstEpoch()));

    assertThatThrownBy(
            () ->
                train(
                    settings(Optimizer.RMSPROP, LearningRateSchedule.PLATEAU, 2),
                    never(),
                    Optional.of(resumed())))
        .isInstanceOf(InvalidCheckpointException.class)
        .hasMessageContaining("learningRateSchedule: constant instead of plateau")
        .hasMessageContaining("optimizer: adam instead of rmsprop");
  }

  @Test
  void checkpointOfOtherDataIsRejected() {
    TrainingSettings settings = settings(Optimizer.ADAM, LearningRateSchedule.CONSTANT, 1);
    train(settings, never(), Optional.of(firstEpoch()));

    assertThatThrownBy(
            () ->
                new Trainer(settings, InstantSource.system(), never())
                    .train(
                        NETWORK,
                        examples(60, 3),
                        VALIDATION,
                        new NoOpListener(),
                        Optional.of(resumed())))
        .isInstanceOf(InvalidCheckpointException.class)
        .hasMessageContaining("examples");
  }

  @Test
  void checkpointOfOtherNetworkIsRejected() {
    TrainingSettings settings = settings(Optimizer.ADAM, LearningRateSchedule.CONSTANT, 1);
    train(settings, never(), Optional.of(firstEpoch()));

    assertThatThrownBy(
            () ->
                new Trainer(settings, InstantSource.system(), never())
                    .train(
                        network(6),
                        TRAINING,
                        VALIDATION,
                        new NoOpListener(),
                        Optional.of(resumed())))
        .isInstanceOf(InvalidCheckpointException.class)
        .hasMessageContaining("network");
  }

  @Test
  void missingCheckpointIsRejected() {
    TrainingSettings settings = settings(Optimizer.ADAM, LearningRateSchedule.CONSTANT, 1);

    assertThatThrownBy(() -> train(settings, never(), Optional.of(resumed())))
        .isInstanceOf(InvalidCheckpointException.class)
        .hasMessageContaining(Checkpoints.FILE_NAME);
  }

  @Test
  void corruptCheckpointsAreRejected() throws IOException {
    TrainingSettings settings = settings(Optimizer.ADAM, LearningRateSchedule.CONSTANT, 1);
    train(settings, never(), Optional.of(firstEpoch()));
    Path file = folder.resolve(Checkpoints.FILE_NAME);
    byte[] whole = Files.readAllBytes(file);
    byte[] padded = Arrays.copyOf(whole, whole.length + (2 << 20));
    byte[] notANumber = whole.clone();
    Arrays.fill(notANumber, whole.length - Float.BYTES, whole.length, (byte) 0xff);

    for (byte[] damaged :
        List.of(
            new byte[0],
            "not a checkpoint".getBytes(StandardCharsets.UTF_8),
            Arrays.copyOf(whole, whole.length - 1),
            Arrays.copyOf(whole, 100),
            padded,
            notANumber)) {
      Files.write(file, damaged);
      assertThatThrownBy(() -> train(settings, never(), Optional.of(resumed())))
          .as("%d bytes", damaged.length)
          .isInstanceOf(InvalidCheckpointException.class)
          .hasMessageContaining(Checkpoints.FILE_NAME);
    }
  }

  @Test
  void noTemporaryFilesRemain() throws IOException {
    train(
        settings(Optimizer.ADAM, LearningRateSchedule.CONSTANT, 2),
        never(),
        Optional.of(firstEpoch()));

    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(folder.resolve(Checkpoints.FILE_NAME));
    }
  }

  @Test
  void stoppedTrainingReturnsBestEpoch() {
    TrainingSettings settings = settings(Optimizer.ADAM, LearningRateSchedule.CONSTANT, 5);
    TrainingSettings one = settings(Optimizer.ADAM, LearningRateSchedule.CONSTANT, 1);

    TrainingResult stopped =
        train(settings, afterBatches(BATCHES_OF_AN_EPOCH + 1), Optional.empty());

    assertThat(stopped.finished()).isFalse();
    assertSameWeights(stopped.model(), train(one, never(), Optional.empty()).model());
  }

  @Test
  void trainingStoppedInFirstEpochFails() {
    TrainingSettings settings = settings(Optimizer.ADAM, LearningRateSchedule.CONSTANT, 5);

    assertThatThrownBy(() -> train(settings, afterBatches(3), Optional.empty()))
        .isInstanceOf(TrainingStoppedException.class);
  }

  private TrainingResult train(
      TrainingSettings settings, BooleanSupplier stop, Optional<Checkpoints> checkpoints) {
    return new Trainer(settings, InstantSource.system(), stop)
        .train(NETWORK, TRAINING, VALIDATION, new NoOpListener(), checkpoints);
  }

  private Checkpoints firstEpoch() {
    return new Checkpoints(folder, Checkpoints.Start.FIRST_EPOCH);
  }

  private Checkpoints resumed() {
    return new Checkpoints(folder, Checkpoints.Start.RESUMED);
  }

  private static BooleanSupplier never() {
    return afterBatches(Integer.MAX_VALUE);
  }

  private static BooleanSupplier afterBatches(int batches) {
    AtomicInteger asked = new AtomicInteger();
    return () -> asked.getAndIncrement() >= batches;
  }

  private static void assertSameWeights(Model one, Model other) {
    one.weights()
        .forEach(
            (name, tensor) ->
                assertThat(tensor.data()).as(name).containsExactly(other.weight(name)));
  }

  private static TrainingSettings settings(
      Optimizer optimizer, LearningRateSchedule schedule, int epochs) {
    return new TrainingSettings(
        new EarlyStopping(epochs, 10),
        8,
        new OptimizerSettings(optimizer, 0.02, schedule, new Clipping.ByNorm(1)),
        new DropoutRates(0.2, 0.1, 0.2, 0.2, 0.3),
        Objective.of(new ClassWeights.Balanced()),
        7,
        2);
  }

  private static Network network(int units) {
    return new Network(
        List.of(
            new Embedding("embedding", VOCABULARY, 4, true),
            new Bidirectional(
                "both", new Lstm("lstm", units, false), Bidirectional.MergeMode.CONCAT),
            new Dense("dense", 1, Dense.Activation.SIGMOID)));
  }

  private static List<Example> examples(int number, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      int[] ids = new int[1 + random.nextInt(9)];
      Arrays.setAll(ids, t -> 1 + random.nextInt(VOCABULARY - 1));
      examples.add(Example.labelled(ids, Arrays.stream(ids).anyMatch(id -> id < 4)));
    }
    return examples;
  }

  /** Listener without effect. */
  private static final class NoOpListener implements TrainingListener {

    @Override
    public void onResume(List<EpochResult> history) {}

    @Override
    public void onBatch(int epoch, long examples, long total, LossAndAccuracy soFar) {}

    @Override
    public void onEpoch(EpochResult result) {}

    @Override
    public void onImprovement(EpochResult result, Model model) {}
  }
}
