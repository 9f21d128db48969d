package io.sentimentstreams.trainer.pipeline;

import io.sentimentstreams.model.bundle.BundleWriter;
import io.sentimentstreams.model.network.Network;
import io.sentimentstreams.model.text.SequenceSettings;
import io.sentimentstreams.model.text.TokenizerSettings;
import io.sentimentstreams.trainer.data.Labels;
import io.sentimentstreams.trainer.train.TrainingSettings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.IntFunction;
import io.sentimentstreams.trainer.packaging.BundlePackager;
import io.sentimentstreams.trainer.distill.DistillationSettings;
import io.sentimentstreams.trainer.cli.Preset;
import io.sentimentstreams.trainer.packaging.ReleaseSettings;

/**
 * All that decides what a training makes.
 *
 * @param data where the reviews are
 * @param limit how many of them are used, at least 2; empty for all
 * @param validationShare how much of them is held out, above 0 and below 1
 * @param unlabelled what is learned from reviews without labels; empty for nothing
 * @param tokenizer how texts become tokens
 * @param vocabulary whose words are counted
 * @param sequences how long sequences are
 * @param network the network for a number above every token index; its last layer is made for as
 *     many labels as the reviews have
 * @param vectors the word vectors that its training begins with; empty for drawn ones
 * @param settings how it is trained
 * @param preset the model of the book that is rebuilt, its options being among the others already
 * @param release what is done with the trained model
 * @param folder where bundle and model card go
 * @param name the model's name
 * @param version the model's version
 * @param command what was typed
 */
public record TrainingPlan(
    DatasetLocation data,
    Optional<Integer> limit,
    double validationShare,
    Optional<DistillationSettings> unlabelled,
    TokenizerSettings tokenizer,
    VocabularySource vocabulary,
    SequenceSettings sequences,
    IntFunction<Network> network,
    Optional<EmbeddingSettings> vectors,
    TrainingSettings settings,
    Optional<Preset> preset,
    ReleaseSettings release,
    Path folder,
    String name,
    String version,
    String command) {

  public static final String BUNDLE = BundleWriter.FILE_NAME;
  public static final String MODEL_CARD = "README.md";

  public TrainingPlan {
    if (limit.isPresent() && limit.get() < 2) {
      throw new IllegalArgumentException("the limit must be at least 2, was " + limit.get());
    }
    if (!(validationShare > 0 && validationShare < 1)) {
      throw new IllegalArgumentException(
          "the validation share must be above 0 and below 1, was " + validationShare);
    }
    // What the bundle would refuse in the end is refused before the training.
    BundlePackager.manifest(
        name, version, Instant.EPOCH, network.apply(2), sequences, Labels.SENTIMENT);
  }
}
