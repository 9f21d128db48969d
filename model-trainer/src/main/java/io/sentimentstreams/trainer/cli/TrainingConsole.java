package io.sentimentstreams.trainer.cli;

import io.sentimentstreams.trainer.data.source.TrainingData;
import io.sentimentstreams.trainer.embedding.Coverage;
import io.sentimentstreams.trainer.pipeline.EmbeddingSettings;
import io.sentimentstreams.trainer.pipeline.TrainingObserver;
import io.sentimentstreams.trainer.provenance.DistillationProvenance;
import io.sentimentstreams.trainer.provenance.SoftLabelProvenance;
import io.sentimentstreams.trainer.train.EpochResult;
import io.sentimentstreams.trainer.train.loss.LossAndAccuracy;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** Terminal output of a training while it runs. */
final class TrainingConsole implements TrainingObserver {

  private final PrintWriter out;
  private final ProgressDisplay progress;

  TrainingConsole(PrintWriter out, ProgressDisplay progress) {
    this.out = out;
    this.progress = progress;
  }

  @Override
  public void onWarning(String warning) {
    print("warning: %s", warning);
  }

  @Override
  public void onDistillation(DistillationProvenance provenance, int texts, Duration duration) {
    print(
        "scored %d reviews without labels%s in %s; teacher: %s; mean confidence: %.4f",
        provenance.examples(),
        provenance.splits() > 0 ? " and their parts (%d texts)".formatted(texts) : "",
        DurationFormat.of(duration),
        provenance.teacher(),
        provenance.confidence());
  }

  @Override
  public void onSoftLabels(SoftLabelProvenance provenance) {
    for (SoftLabelProvenance.OfFile file : provenance.files()) {
      print(
          "%s: soft labels of %s for %d texts; mean confidence: %.4f%s%s",
          file.name(),
          file.teacher(),
          file.counts().used(),
          file.counts().confidence(),
          dropped(file.counts().heldOut(), "texts of the validation split"),
          dropped(file.counts().unknown(), "unknown ids"));
    }
    print(
        "soft labels for %d labelled reviews and %d reviews without a label",
        provenance.labelled(), provenance.additional());
  }

  private static String dropped(int count, String reason) {
    return count == 0 ? "" : "; dropped: %d %s".formatted(count, reason);
  }

  @Override
  public void onEmbeddings(EmbeddingSettings settings, Coverage coverage) {
    print(
        "%s: vectors of width %d (%s) for %d of %d words (%.1f %%), %.1f %% of all tokens",
        settings.file().path(),
        settings.width(),
        settings.tuningLabel(),
        coverage.foundWords(),
        coverage.words(),
        100 * coverage.ofWords(),
        100 * coverage.ofTokens());
  }

  @Override
  public void onStart(TrainingData data, int vocabulary, long parameters) {
    print(
        "%d training reviews, %d validation reviews; %d words, %d parameters",
        data.parts().training().size(), data.parts().validation().size(), vocabulary, parameters);
    if (data.labels().size() > 2) {
      print("%d labels: %s", data.labels().size(), String.join(", ", data.labels().names()));
    }
  }

  @Override
  public void onResume(int epochs) {
    print("resumed after epoch %d", epochs);
  }

  @Override
  public void onBatch(int epoch, long examples, long total, LossAndAccuracy soFar) {
    progress.batch(epoch, examples, total, soFar);
  }

  @Override
  public void onEpoch(EpochResult result) {
    progress.epoch(result);
  }

  @Override
  public void onStop() {
    print("stopping after this batch; the best epoch so far is kept");
  }

  @Override
  public void onTrained() {
    progress.finish();
  }

  private void print(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }
}
