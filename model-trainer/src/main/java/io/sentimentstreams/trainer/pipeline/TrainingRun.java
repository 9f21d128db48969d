package io.sentimentstreams.trainer.pipeline;

import io.sentimentstreams.model.bundle.Quality;
import io.sentimentstreams.model.network.Model;
import io.sentimentstreams.model.network.Network;
import io.sentimentstreams.model.scoring.NetworkInput;
import io.sentimentstreams.model.text.Analyzer;
import io.sentimentstreams.model.text.Tokenizer;
import io.sentimentstreams.trainer.data.LabelledText;
import io.sentimentstreams.trainer.data.Labels;
import io.sentimentstreams.trainer.data.Split;
import io.sentimentstreams.trainer.data.ValidationSplit;
import io.sentimentstreams.trainer.train.Checkpoints;
import io.sentimentstreams.trainer.train.EpochResult;
import io.sentimentstreams.trainer.train.PretrainedVectors;
import io.sentimentstreams.trainer.train.Trainer;
import io.sentimentstreams.trainer.train.TrainingListener;
import io.sentimentstreams.trainer.train.TrainingResult;
import io.sentimentstreams.trainer.train.TrainingSettings;
import io.sentimentstreams.trainer.train.batch.Example;
import io.sentimentstreams.trainer.train.loss.LossAndAccuracy;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import io.sentimentstreams.trainer.data.BinaryLabelsRequiredException;
import io.sentimentstreams.trainer.packaging.BundlePackager;
import io.sentimentstreams.trainer.distill.DistillationSettings;
import io.sentimentstreams.trainer.cli.DurationFormat;
import io.sentimentstreams.trainer.distill.PseudoLabels;
import io.sentimentstreams.trainer.cli.ReleaseNotes;
import io.sentimentstreams.trainer.data.TrainingData;
import io.sentimentstreams.trainer.provenance.TrainingFacts;
import io.sentimentstreams.trainer.cli.TrainingProgress;

/** One training, from files of reviews to a bundle with its model card. */
public final class TrainingRun {

  /** How many held-out reviews measure a bundle that may still be replaced by a better one. */
  private static final int SAMPLE = 500;

  private final TrainingPlan plan;
  private final CheckpointSettings checkpoints;
  private final TrainingProgress progress;
  private final PrintWriter out;
  private final InstantSource clock;

  public TrainingRun(
      TrainingPlan plan,
      CheckpointSettings checkpoints,
      TrainingProgress progress,
      PrintWriter out,
      InstantSource clock) {
    this.plan = plan;
    this.checkpoints = checkpoints;
    this.progress = progress;
    this.out = out;
    this.clock = clock;
  }

  /**
   * Trains to the end and writes the best epoch; each better one is written as soon as it is.
   *
   * @return whether it came to its end; it does not if a signal stops it
   */
  public boolean run() {
    try (Interruption interruption =
        new Interruption(() -> say("stopping after this batch; what was learned so far is kept"))) {
      return run(interruption);
    }
  }

  /**
   * As above.
   *
   * @param interruption what stops it
   */
  boolean run(Interruption interruption) {
    long seed = plan.settings().seed();
    TrainingData data =
        TrainingData.read(plan.data().source(), plan.limit(), plan.validationShare(), seed);
    refuseWhatTakesTwo(data.labels());
    data.badLines().warnings().forEach(warning -> say("warning: %s", warning));
    List<LabelledText> learned = data.parts().training();
    List<LabelledText> held = data.parts().validation();
    PseudoLabels judged =
        plan.unlabelled().map(unlabelled -> judged(unlabelled, data)).orElseGet(PseudoLabels::none);
    Analyzer analyzer = plan.sequences().analyzer();
    Tokenizer fitted =
        Tokenizer.fit(
            plan.tokenizer(), () -> texts(learned, judged).map(analyzer::analyze).iterator());
    Optional<PretrainedVectors> vectors =
        plan.vectors().map(start -> start.read(fitted, line -> say("%s", line)));
    Tokenizer tokenizer = fitted.trimmed();
    int classes = data.labels().size();
    Network network = plan.network().apply(tokenizer.indexBound()).withClasses(classes);
    NetworkInput input = new NetworkInput(network, tokenizer, plan.sequences());
    say(
        "%d reviews to learn from, %d held out; %d words, %d parameters",
        learned.size(), held.size(), tokenizer.vocabularySize(), network.parameterCount());

    if (classes > 2) {
      say("%d labels: %s", classes, String.join(", ", data.labels().names()));
    }

    BundlePackager draft = new BundlePackager(plan, data.labels(), tokenizer, clock);
    Listener listener = new Listener(data, judged, draft);
    List<Example> training = new ArrayList<>(examples(input, learned, classes));
    training.addAll(examples(input, judged));
    Checkpoints states = new Checkpoints(checkpoints.folder(), checkpoints.start());
    interruption.listen();
    Trainer trainer = new Trainer(plan.settings(), clock, interruption::isRequested);
    TrainingResult result =
        vectors
            .map(trainer::withVectors)
            .orElse(trainer)
            .train(
                network, training, examples(input, held, classes), listener, Optional.of(states));
    progress.close();

    BundlePackager.Written written =
        draft.finish(
            result.model(),
            TrainingFacts.of(
                plan, data, judged, result.history(), result.best(), result.finished()),
            held,
            "held-out part of " + data.source());
    Quality quality = written.quality();
    say(
        "epoch %d was the best of %d: validation accuracy %.4f, log loss %.4f",
        result.best().epoch(), result.history().size(), quality.accuracy(), quality.logLoss());
    plan.preset().ifPresent(preset -> say("%s", preset.besideTheBook(result.history())));
    say(
        "trained in %s; wrote %s and its model card",
        DurationFormat.of(result.duration()), plan.folder().resolve(TrainingPlan.BUNDLE));
    if (!result.finished()) {
      say("the training is not over: --resume goes on with epoch %d", result.history().size() + 1);
    } else if (!checkpoints.kept()) {
      states.delete();
    }
    new ReleaseNotes(plan, out).tell(written);
    return result.finished();
  }

  private void refuseWhatTakesTwo(Labels labels) {
    if (plan.unlabelled().isPresent()) {
      BinaryLabelsRequiredException.refuse(
          plan.data().path(), labels.names(), "leave out --unlabelled, for teachers know two");
    }
    if (plan.release().precision().isPresent()) {
      BinaryLabelsRequiredException.refuse(
          plan.data().path(),
          labels.names(),
          "leave out --target-precision, for a band lies between two");
    }
  }

  /** Texts without any timestep teach nothing and are left out. */
  private static List<Example> examples(NetworkInput input, List<LabelledText> texts, int classes) {
    List<Example> examples = new ArrayList<>();
    for (LabelledText text : texts) {
      int[] ids = input.read(text.text()).ids();
      if (ids.length > 0) {
        examples.add(Example.labelled(ids, text.label(), classes));
      }
    }
    return examples;
  }

  /** Reviews without labels teach what their teacher says of them. */
  private static List<Example> examples(NetworkInput input, PseudoLabels judged) {
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < judged.texts().size(); i++) {
      int[] ids = input.read(judged.texts().get(i)).ids();
      if (ids.length > 0) {
        examples.add(new Example(ids, (float) judged.scores()[i]));
      }
    }
    return examples;
  }

  private PseudoLabels judged(DistillationSettings unlabelled, TrainingData data) {
    TrainingSettings settings = plan.settings();
    return PseudoLabels.of(
        unlabelled, data, settings.seed(), settings.workers(), clock, line -> say("%s", line));
  }

  /** What words are counted in. */
  private Stream<String> texts(List<LabelledText> learned, PseudoLabels judged) {
    List<LabelledText> counted =
        switch (plan.vocabulary()) {
          case TRAIN -> learned;
          case ALL -> plan.data().source().read(Split.TRAIN).texts();
        };
    return Stream.concat(counted.stream().map(LabelledText::text), judged.texts().stream());
  }

  private void say(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }

  /** Shows progress, and writes each improvement down. */
  private final class Listener implements TrainingListener {

    private final TrainingData data;
    private final PseudoLabels judged;
    private final BundlePackager draft;
    private final List<LabelledText> sample;
    private final List<EpochResult> history = new ArrayList<>();

    Listener(TrainingData data, PseudoLabels judged, BundlePackager draft) {
      this.data = data;
      this.judged = judged;
      this.draft = draft;
      sample = ValidationSplit.sample(data.parts().validation(), SAMPLE, plan.settings().seed());
    }

    @Override
    public void onResume(List<EpochResult> before) {
      history.addAll(before);
      say("going on after epoch %d", before.size());
    }

    @Override
    public void onBatch(int epoch, long examples, long total, LossAndAccuracy soFar) {
      progress.batch(epoch, examples, total, soFar);
    }

    @Override
    public void onEpoch(EpochResult result) {
      history.add(result);
      progress.epoch(result);
    }

    @Override
    public void onImprovement(EpochResult result, Model model) {
      draft.write(
          model,
          TrainingFacts.of(plan, data, judged, history, result, false),
          sample,
          "sample of the held-out part of " + data.source());
    }
  }
}
