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
import io.sentimentstreams.trainer.data.ReadSettings;
import io.sentimentstreams.trainer.train.Checkpoints;
import io.sentimentstreams.trainer.train.EpochResult;
import io.sentimentstreams.trainer.train.LearningRateSchedule;
import io.sentimentstreams.trainer.train.TrainingSettings;
import io.sentimentstreams.trainer.train.layer.DropoutRates;
import io.sentimentstreams.trainer.train.loss.ClassWeights;
import io.sentimentstreams.trainer.train.loss.LossAndAccuracy;
import io.sentimentstreams.trainer.train.optimizer.Clipping;
import io.sentimentstreams.trainer.train.optimizer.Optimizer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import io.sentimentstreams.trainer.packaging.ReleaseSettings;
import io.sentimentstreams.trainer.cli.TrainingProgress;

class TrainingRunTest {

  @TempDir private Path folder;

  @Test
  void bestModelSoFarOutlivesATrainingThatIsCutOff() throws IOException {
    TrainingPlan plan = plan();
    PrintWriter out = new PrintWriter(new StringWriter());
    TrainingRun run =
        new TrainingRun(plan, checkpoints(plan), new CutOff(), out, InstantSource.system());

    assertThatThrownBy(run::run).hasMessage("cut off");

    Bundle bundle = BundleReader.read(plan.folder()).bundle();
    assertThat(bundle.manifest().training())
        .containsEntry("finished", "false")
        .containsEntry("bestEpoch", "1");
    assertThat(bundle.manifest().quality()).containsOnlyKeys("validation");
    assertThat(Files.readString(plan.folder().resolve("README.md"))).contains("not finished");
  }

  /** Ends the training in its second epoch, as a crash would. */
  private static final class CutOff implements TrainingProgress {

    @Override
    public void batch(int epoch, long examples, long total, LossAndAccuracy soFar) {
      if (epoch == 2) {
        throw new IllegalStateException("cut off");
      }
    }

    @Override
    public void epoch(EpochResult result) {}

    @Override
    public void close() {}
  }

  private static CheckpointSettings checkpoints(TrainingPlan plan) {
    return new CheckpointSettings(plan.folder(), Checkpoints.Start.AFRESH, false);
  }

  private TrainingPlan plan() throws IOException {
    Path reviews = folder.resolve("reviews.csv");
    Files.writeString(reviews, "text,label\n" + "a lovely film,1\na weak film,0\n".repeat(30));
    return new TrainingPlan(
        new DatasetLocation(reviews, ReadSettings.standard()),
        Optional.empty(),
        0.2,
        Optional.empty(),
        TokenizerSettings.keras().withOovToken("<oov>"),
        VocabularySource.TRAIN,
        new SequenceSettings(10, Side.PRE, Side.PRE),
        TrainingRunTest::network,
        Optional.empty(),
        new TrainingSettings(
            5,
            5,
            8,
            Optimizer.ADAM,
            0.01,
            LearningRateSchedule.CONSTANT,
            new Clipping.None(),
            DropoutRates.none(),
            new ClassWeights.Even(),
            1,
            1),
        Optional.empty(),
        new ReleaseSettings(CalibrationMethod.TEMPERATURE, Optional.empty(), true),
        folder.resolve("model"),
        "cut-off",
        "1",
        "train");
  }

  private static Network network(int indexBound) {
    return new Network(
        List.of(
            new Embedding("embedding", indexBound, 4, true),
            new Gru("gru", 4, false, true),
            new Dense("dense", 1, Dense.Activation.SIGMOID)));
  }
}
