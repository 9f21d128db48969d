package io.sentimentstreams.trainer.pipeline;

import io.sentimentstreams.trainer.data.source.TrainingData;
import io.sentimentstreams.trainer.provenance.DataProvenance;
import io.sentimentstreams.trainer.provenance.EpochFigures;
import io.sentimentstreams.trainer.provenance.RunProvenance;
import io.sentimentstreams.trainer.provenance.SettingsProvenance;
import io.sentimentstreams.trainer.provenance.TrainingProvenance;
import io.sentimentstreams.trainer.train.EpochResult;
import java.time.Duration;
import java.util.List;

/**
 * Recorder of the facts of one training.
 *
 * @param plan settings
 * @param data labelled reviews
 * @param taught texts that teachers scored
 */
record ProvenanceRecorder(TrainingPlan plan, TrainingData data, TaughtTexts taught) {

  /**
   * Returns the facts so far.
   *
   * @param history all epochs so far, at least one
   * @param best the epoch whose weights the bundle contains
   * @param finished whether the training is over and was not stopped
   */
  TrainingProvenance record(List<EpochResult> history, EpochResult best, boolean finished) {
    return new TrainingProvenance(
        plan.invocation().command(),
        DataProvenance.of(data, plan.data().path().toString(), plan.data().limit())
            .withSoftLabels(taught.softLabels().provenance()),
        taught.pseudoLabels().provenance(),
        new SettingsProvenance(
            plan.training().asMap(),
            plan.text().vocabulary().toString(),
            plan.architecture().embeddings().map(EmbeddingSettings::description),
            plan.invocation().preset()),
        new RunProvenance(
            best.epoch(),
            finished,
            total(history).toSeconds(),
            history.stream().map(ProvenanceRecorder::figures).toList(),
            RunProvenance.Environment.current()));
  }

  private static Duration total(List<EpochResult> history) {
    return history.stream().map(EpochResult::duration).reduce(Duration.ZERO, Duration::plus);
  }

  private static EpochFigures figures(EpochResult result) {
    return new EpochFigures(
        result.epoch(),
        result.training().loss(),
        result.training().accuracy(),
        result.validation().loss(),
        result.validation().accuracy(),
        result.duration().toSeconds());
  }
}
