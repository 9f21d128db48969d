package io.sentimentstreams.trainer.keras;

import io.sentimentstreams.model.bundle.Bundle;
import io.sentimentstreams.model.bundle.GoldenScore;
import io.sentimentstreams.model.network.Network;
import io.sentimentstreams.model.scoring.TextScorer;
import io.sentimentstreams.model.scoring.packed.PackedModel;
import io.sentimentstreams.model.text.IndexOffsets;
import io.sentimentstreams.model.text.SequenceSettings;
import io.sentimentstreams.model.text.Side;
import io.sentimentstreams.model.text.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Search for the text settings with which a bundle has the scores of Keras. */
final class KerasTextSettings {

  /** Number of texts that are compared. */
  static final int MAX_TEXTS = 64;

  private static final String SAME_SETTINGS =
      "Use the tokenizer, --max-length, --padding, --truncating, --start-id and --index-from of"
          + " the sample scores";

  private final Bundle bundle;
  private final double tolerance;

  KerasTextSettings(Bundle bundle, double tolerance) {
    this.bundle = bundle;
    this.tolerance = tolerance;
  }

  /** Returns the remedy for texts with other scores: options if they make all scores agree. */
  String remedy(List<KerasTextSample> samples) {
    if (samples.isEmpty() || !(bundle.tokenizer() instanceof Tokenizer)) {
      return SAME_SETTINGS;
    }
    PackedModel model = PackedModel.of(bundle.model());
    for (SequenceSettings settings : candidates()) {
      TextScorer scorer = new TextScorer(model, bundle.tokenizer(), settings);
      if (samples.stream().allMatch(sample -> agrees(scorer, sample))) {
        return "Add %s; all texts then agree".formatted(options(settings));
      }
    }
    return SAME_SETTINGS;
  }

  private boolean agrees(TextScorer scorer, KerasTextSample sample) {
    int outputs = sample.probabilities().size();
    List<Double> found = GoldenScore.of(scorer, outputs, sample.text()).outputs();
    return KerasTextSample.difference(sample.probabilities(), found) <= tolerance;
  }

  private List<SequenceSettings> candidates() {
    SequenceSettings now = bundle.manifest().text();
    List<SequenceSettings> candidates = new ArrayList<>();
    for (Optional<IndexOffsets> offsets : offsets(now)) {
      for (Side padding : Side.values()) {
        for (Side truncating : Side.values()) {
          candidates.add(
              new SequenceSettings(
                  now.maxLength(), padding, truncating, now.analyzer(), offsets, now.normalizer()));
        }
      }
    }
    return candidates;
  }

  /** Returns none, a start index alone, and the defaults of Keras' {@code imdb.load_data}. */
  private List<Optional<IndexOffsets>> offsets(SequenceSettings now) {
    Network network = bundle.model().network();
    int words = network.embedding().inputDim();
    List<Optional<IndexOffsets>> offsets = new ArrayList<>(List.of(now.offsets()));
    offsets.add(Optional.empty());
    if (words > 3) {
      Optional<Integer> start = Optional.of(1);
      offsets.add(Optional.of(new IndexOffsets(start, 0, Optional.empty(), words)));
      offsets.add(Optional.of(new IndexOffsets(start, 3, Optional.of(2), words)));
    }
    return offsets;
  }

  private static String options(SequenceSettings settings) {
    StringBuilder options = new StringBuilder();
    options.append("--padding ").append(settings.padding().name().toLowerCase(Locale.ROOT));
    options.append(" --truncating ").append(settings.truncating().name().toLowerCase(Locale.ROOT));
    settings
        .offsets()
        .ifPresent(
            offsets -> {
              offsets.startId().ifPresent(id -> options.append(" --start-id ").append(id));
              options.append(" --index-from ").append(offsets.indexFrom());
              offsets.oovId().ifPresent(id -> options.append(" --oov-id ").append(id));
            });
    return options.toString();
  }
}
