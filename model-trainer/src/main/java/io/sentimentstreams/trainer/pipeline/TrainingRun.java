package io.sentimentstreams.trainer.pipeline;

import io.sentimentstreams.model.decision.Task;
import io.sentimentstreams.model.network.Model;
import io.sentimentstreams.model.network.Network;
import io.sentimentstreams.model.scoring.NetworkInput;
import io.sentimentstreams.model.text.SequenceSettings;
import io.sentimentstreams.model.text.Tokenizer;
import io.sentimentstreams.trainer.calibrate.CalibrationMethod;
import io.sentimentstreams.trainer.data.BinaryLabelsRequiredException;
import io.sentimentstreams.trainer.data.LabelledText;
import io.sentimentstreams.trainer.data.Labels;
import io.sentimentstreams.trainer.data.Split;
import io.sentimentstreams.trainer.data.ValidationSplit;
import io.sentimentstreams.trainer.data.source.TrainingData;
import io.sentimentstreams.trainer.embedding.VocabularyVectors;
import io.sentimentstreams.trainer.packaging.BundlePackager;
import io.sentimentstreams.trainer.packaging.ModelScope;
import io.sentimentstreams.trainer.packaging.PackagedBundle;
import io.sentimentstreams.trainer.packaging.PackagingSettings;
import io.sentimentstreams.trainer.packaging.ValidationTexts;
import io.sentimentstreams.trainer.train.Checkpoints;
import io.sentimentstreams.trainer.train.EpochResult;
import io.sentimentstreams.trainer.train.PretrainedVectors;
import io.sentimentstreams.trainer.train.Trainer;
import io.sentimentstreams.trainer.train.TrainingListener;
import io.sentimentstreams.trainer.train.TrainingResult;
import io.sentimentstreams.trainer.train.batch.Example;
import io.sentimentstreams.trainer.train.loss.LossAndAccuracy;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One training, from reviews to a bundle with its model card. Confined to its thread. */
public final class TrainingRun {

  /** Number of validation reviews that measure a bundle while training continues. */
  private static final int SAMPLE = 500;

  private final TrainingPlan plan;
  private final CheckpointSettings checkpoints;
  private final TrainingObserver observer;
  private final InstantSource clock;

  /** Creates a run; {@link #run} starts it. */
  public TrainingRun(
      TrainingPlan plan,
      CheckpointSettings checkpoints,
      TrainingObserver observer,
      InstantSource clock) {
    this.plan = plan;
    this.checkpoints = checkpoints;
    this.observer = observer;
    this.clock = clock;
  }

  /**
   * Trains and writes the best epoch. Each improvement is written as soon as it is known.
   *
   * @param interruption stops the training after a batch
   * @throws BinaryLabelsRequiredException if the plan needs two labels and the data has more
   */
  public TrainingOutcome run(Interruption interruption) {
    TrainingData data = plan.data().read(plan.training().seed());
    requireTwoLabelsIfNeeded(data.labels());
    plan.training().objective().requireLabels(data.labels().names());
    data.badLines().warnings().forEach(observer::onWarning);
    TaughtTexts taught = TaughtTexts.read(plan, data, observer, clock);
    Tokenizer fitted = fit(data, taught);
    Optional<PretrainedVectors> embeddings =
        plan.architecture().embeddings().map(settings -> read(settings, fitted));
    Tokenizer tokenizer = fitted.trimmed();
    int classes = data.labels().size();
    Network network =
        plan.architecture().network().apply(tokenizer.indexBound()).withClasses(classes);
    observer.onStart(data, tokenizer.vocabularySize(), network.parameterCount());

    BundlePackager packager =
        new BundlePackager(packagingSettings(), scope(data.labels()), tokenizer, clock);
    packager.rehearse(network);
    ProvenanceRecorder recorder = new ProvenanceRecorder(plan, data, taught);
    Examples examples =
        new Examples(new NetworkInput(network, tokenizer, plan.text().sequences()), classes);
    List<Example> training =
        new ArrayList<>(examples.of(data.parts().training(), taught.softLabels()));
    training.addAll(examples.of(taught));
    Checkpoints states = new Checkpoints(checkpoints.folder(), checkpoints.start());
    interruption.listen();
    Trainer trainer = new Trainer(plan.training(), clock, interruption::isRequested);
    TrainingResult result =
        embeddings
            .map(trainer::withVectors)
            .orElse(trainer)
            .train(
                network,
                training,
                examples.of(data.parts().validation()),
                new Listener(data, recorder, packager),
                Optional.of(states));
    observer.onTrained();

    PackagedBundle bundle =
        packager.release(
            result.model(),
            recorder.record(result.history(), result.best(), result.finished()),
            new ValidationTexts("held-out part of " + data.source(), data.parts().validation()));
    if (result.finished() && !checkpoints.kept()) {
      states.delete();
    }
    return new TrainingOutcome(
        result.finished(), result.best(), result.history(), result.duration(), bundle);
  }

  private ModelScope scope(Labels labels) {
    Task task = plan.training().objective().task(labels.size());
    return new ModelScope(labels, task, plan.output().languages());
  }

  private void requireTwoLabelsIfNeeded(Labels labels) {
    if (plan.output().release().calibration() == CalibrationMethod.PLATT) {
      BinaryLabelsRequiredException.require(
          plan.data().path(), labels.names(), "Use --calibrate temperature.");
    }
  }

  private Tokenizer fit(TrainingData data, TaughtTexts taught) {
    List<LabelledText> labelled =
        switch (plan.text().vocabulary()) {
          case TRAIN -> data.parts().training();
          case ALL -> plan.data().source().read(Split.TRAIN).texts();
        };
    SequenceSettings sequences = plan.text().sequences();
    return Tokenizer.fit(
        plan.text().tokenizer(),
        () ->
            Stream.concat(labelled.stream().map(LabelledText::text), taught.texts())
                .map(sequences::prepared)
                .iterator());
  }

  private PretrainedVectors read(EmbeddingSettings settings, Tokenizer tokenizer) {
    VocabularyVectors found = VocabularyVectors.of(settings.file(), tokenizer);
    observer.onEmbeddings(settings, found.coverage());
    found.coverage().requireSome(settings.file().path(), tokenizer);
    if (found.coverage().isLow()) {
      observer.onWarning(
          "%s: few words have a vector. Check that the vectors have the language and the tokens of the reviews."
              .formatted(settings.file().path()));
    }
    return new PretrainedVectors(found.values(), settings.width(), settings.tuning());
  }

  private PackagingSettings packagingSettings() {
    return new PackagingSettings(
        plan.output().folder(),
        plan.output().id(),
        plan.text().sequences(),
        plan.output().release(),
        plan.training().workers());
  }

  /** Forwards events, and writes a bundle after each improvement. */
  private final class Listener implements TrainingListener {

    private final ProvenanceRecorder recorder;
    private final BundlePackager packager;
    private final ValidationTexts sample;
    private final List<EpochResult> history = new ArrayList<>();

    Listener(TrainingData data, ProvenanceRecorder recorder, BundlePackager packager) {
      this.recorder = recorder;
      this.packager = packager;
      sample =
          new ValidationTexts(
              "sample of the held-out part of " + data.source(),
              ValidationSplit.sample(data.parts().validation(), SAMPLE, data.holdout().seed()));
    }

    @Override
    public void onResume(List<EpochResult> before) {
      history.addAll(before);
      observer.onResume(before.size());
    }

    @Override
    public void onBatch(int epoch, long examples, long total, LossAndAccuracy soFar) {
      observer.onBatch(epoch, examples, total, soFar);
    }

    @Override
    public void onEpoch(EpochResult result) {
      history.add(result);
      observer.onEpoch(result);
    }

    @Override
    public void onImprovement(EpochResult result, Model model) {
      packager.write(model, recorder.record(history, result, false), sample);
    }
  }
}
