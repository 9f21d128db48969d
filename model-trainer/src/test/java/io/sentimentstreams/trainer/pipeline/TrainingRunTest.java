package io.sentimentstreams.trainer.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sentimentstreams.model.bundle.Bundle;
import io.sentimentstreams.model.bundle.BundleReader;
import io.sentimentstreams.model.network.Dense;
import io.sentimentstreams.model.network.Embedding;
import io.sentimentstreams.model.network.Gru;
import io.sentimentstreams.model.network.Network;
import io.sentimentstreams.model.text.SequenceSettings;
import io.sentimentstreams.model.text.Side;
import io.sentimentstreams.model.text.TokenizerSettings;
import io.sentimentstreams.trainer.calibrate.CalibrationMethod;
import io.sentimentstreams.trainer.data.source.TrainingData;
import io.sentimentstreams.trainer.data.table.ReadSettings;
import io.sentimentstreams.trainer.embedding.Coverage;
import io.sentimentstreams.trainer.packaging.AbstainSettings;
import io.sentimentstreams.trainer.packaging.BundleFolder;
import io.sentimentstreams.trainer.packaging.ModelId;
import io.sentimentstreams.trainer.packaging.ReleaseSettings;
import io.sentimentstreams.trainer.provenance.DistillationProvenance;
import io.sentimentstreams.trainer.provenance.SoftLabelProvenance;
import io.sentimentstreams.trainer.train.Checkpoints;
import io.sentimentstreams.trainer.train.EarlyStopping;
import io.sentimentstreams.trainer.train.EpochResult;
import io.sentimentstreams.trainer.train.LearningRateSchedule;
import io.sentimentstreams.trainer.train.OptimizerSettings;
import io.sentimentstreams.trainer.train.TrainingSettings;
import io.sentimentstreams.trainer.train.layer.DropoutRates;
import io.sentimentstreams.trainer.train.loss.ClassWeights;
import io.sentimentstreams.trainer.train.loss.LossAndAccuracy;
import io.sentimentstreams.trainer.train.loss.Objective;
import io.sentimentstreams.trainer.train.optimizer.Clipping;
import io.sentimentstreams.trainer.train.optimizer.Optimizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingRunTest {

  @TempDir private Path folder;

  @Test
  void bestEpochIsKeptAfterACrash() throws IOException {
    TrainingPlan plan = plan();
    TrainingRun run = new TrainingRun(plan, checkpoints(plan), new Crash(), InstantSource.system());

    try (Interruption interruption = new Interruption(() -> {})) {
      assertThatThrownBy(() -> run.run(interruption)).hasMessage("crash");
    }

    Bundle bundle = BundleReader.read(plan.output().folder().path()).bundle();
    assertThat(bundle.manifest().training())
        .containsEntry("finished", "false")
        .containsEntry("bestEpoch", "1");
    assertThat(bundle.manifest().quality()).containsOnlyKeys("validation");
    assertThat(Files.readString(folder.resolve("model").resolve("README.md")))
        .contains("not finished");
  }

  /** Crash in the second epoch. */
  private static final class Crash implements TrainingObserver {

    @Override
    public void onWarning(String warning) {}

    @Override
    public void onDistillation(DistillationProvenance facts, int texts, Duration duration) {}

    @Override
    public void onSoftLabels(SoftLabelProvenance facts) {}

    @Override
    public void onEmbeddings(EmbeddingSettings settings, Coverage coverage) {}

    @Override
    public void onStart(TrainingData data, int vocabulary, long parameters) {}

    @Override
    public void onResume(int epochs) {}

    @Override
    public void onBatch(int epoch, long examples, long total, LossAndAccuracy soFar) {
      if (epoch == 2) {
        throw new IllegalStateException("crash");
      }
    }

    @Override
    public void onEpoch(EpochResult result) {}

    @Override
    public void onStop() {}

    @Override
    public void onTrained() {}
  }

  private static CheckpointSettings checkpoints(TrainingPlan plan) {
    return new CheckpointSettings(
        plan.output().folder().path(), Checkpoints.Start.FIRST_EPOCH, false);
  }

  private TrainingPlan plan() throws IOException {
    Path reviews = folder.resolve("reviews.csv");
    Files.writeString(reviews, "text,label\n" + "a lovely film,1\na weak film,0\n".repeat(30));
    return new TrainingPlan(
        new TrainingPlan.Data(reviews, ReadSettings.standard(), Optional.empty(), 0.2),
        TrainingPlan.Teaching.none(),
        new TrainingPlan.Text(
            TokenizerSettings.keras().withOovToken("<oov>"),
            VocabularySource.TRAIN,
            new SequenceSettings(10, Side.PRE, Side.PRE)),
        new TrainingPlan.Architecture(TrainingRunTest::network, Optional.empty()),
        new TrainingSettings(
            new EarlyStopping(5, 5),
            8,
            new OptimizerSettings(
                Optimizer.ADAM, 0.01, LearningRateSchedule.CONSTANT, new Clipping.None()),
            DropoutRates.none(),
            Objective.of(new ClassWeights.Uniform()),
            1,
            1),
        new TrainingPlan.Output(
            new BundleFolder(folder.resolve("model")),
            new ModelId("crashed", "1"),
            List.of(),
            new ReleaseSettings(CalibrationMethod.TEMPERATURE, AbstainSettings.standard())),
        new TrainingPlan.Invocation("train", Optional.empty()));
  }

  private static Network network(int indexBound) {
    return new Network(
        List.of(
            new Embedding("embedding", indexBound, 4, true),
            new Gru("gru", 4, false, true),
            new Dense("dense", 1, Dense.Activation.SIGMOID)));
  }
}
