package io.sentimentstreams.trainer.pipeline;

import io.sentimentstreams.model.network.Network;
import io.sentimentstreams.model.text.SequenceSettings;
import io.sentimentstreams.model.text.TokenizerSettings;
import io.sentimentstreams.trainer.data.InvalidDataException;
import io.sentimentstreams.trainer.data.Labels;
import io.sentimentstreams.trainer.data.source.DataSource;
import io.sentimentstreams.trainer.data.source.TrainingData;
import io.sentimentstreams.trainer.data.table.ReadSettings;
import io.sentimentstreams.trainer.distill.DistillationSettings;
import io.sentimentstreams.trainer.packaging.BundleFolder;
import io.sentimentstreams.trainer.packaging.Manifests;
import io.sentimentstreams.trainer.packaging.ModelId;
import io.sentimentstreams.trainer.packaging.ModelScope;
import io.sentimentstreams.trainer.packaging.ReleaseSettings;
import io.sentimentstreams.trainer.softlabel.SoftLabelSettings;
import io.sentimentstreams.trainer.train.TrainingSettings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * All settings of a training.
 *
 * @param data labelled reviews
 * @param teaching texts that teachers score
 * @param text how texts become sequences
 * @param architecture network and embeddings
 * @param training settings of the trainer
 * @param output destination and release
 * @param invocation command line
 */
public record TrainingPlan(
    Data data,
    Teaching teaching,
    Text text,
    Architecture architecture,
    TrainingSettings training,
    Output output,
    Invocation invocation) {

  /**
   * Creates a plan.
   *
   * @throws IllegalArgumentException if no bundle can have this name, version or network
   */
  public TrainingPlan {
    // Fails before the training rather than after it.
    Manifests.bare(
        output.id(),
        Instant.EPOCH,
        architecture.network().apply(2),
        text.sequences(),
        ModelScope.of(Labels.SENTIMENT, output.languages()));
  }

  /**
   * Labelled reviews.
   *
   * @param path a folder or a file, which need not exist yet
   * @param settings how files of rows are read
   * @param limit maximum number of reviews, at least 2; empty for all
   * @param validationSplit share of the reviews in the validation split, above 0 and below 1
   */
  public record Data(
      Path path, ReadSettings settings, Optional<Integer> limit, double validationSplit) {

    public Data {
      if (limit.isPresent() && limit.get() < 2) {
        throw new IllegalArgumentException("--limit must be at least 2, was " + limit.get());
      }
      if (!(validationSplit > 0 && validationSplit < 1)) {
        throw new IllegalArgumentException(
            "--validation-split must be above 0 and below 1, was " + validationSplit);
      }
    }

    /**
     * Returns the data set.
     *
     * @throws InvalidDataException if there is none that can be read
     */
    DataSource source() {
      return DataSource.of(path, settings);
    }

    /**
     * Reads the train split.
     *
     * @throws InvalidDataException if it cannot be trained on
     */
    TrainingData read(long seed) {
      return TrainingData.read(source(), limit, new TrainingData.Holdout(validationSplit, seed));
    }
  }

  /**
   * Texts that teachers score.
   *
   * @param distillation reviews without labels; empty for none
   * @param softLabels files with probabilities; empty for none
   */
  public record Teaching(
      Optional<DistillationSettings> distillation, Optional<SoftLabelSettings> softLabels) {

    /** Returns no teachers, for a training from labelled reviews only. */
    public static Teaching none() {
      return new Teaching(Optional.empty(), Optional.empty());
    }
  }

  /**
   * How texts become sequences.
   *
   * @param tokenizer how texts become tokens
   * @param vocabulary reviews whose words are counted
   * @param sequences how tokens become sequences
   */
  public record Text(
      TokenizerSettings tokenizer, VocabularySource vocabulary, SequenceSettings sequences) {}

  /**
   * Network and embeddings.
   *
   * @param network returns the network with two classes for a number above every token index
   * @param embeddings pretrained embeddings; empty for random ones
   */
  public record Architecture(
      IntFunction<Network> network, Optional<EmbeddingSettings> embeddings) {}

  /**
   * Destination and release.
   *
   * @param folder destination of the bundle
   * @param id name and version of the model
   * @param languages primary subtags of the languages that the model answers; empty for any
   * @param release calibration and abstain rules
   */
  public record Output(
      BundleFolder folder, ModelId id, List<String> languages, ReleaseSettings release) {

    public Output {
      languages = List.copyOf(languages);
    }
  }

  /**
   * Command line of a training.
   *
   * @param command as typed
   * @param preset name of the preset, whose options are part of the plan; empty for none
   */
  public record Invocation(String command, Optional<String> preset) {}
}
