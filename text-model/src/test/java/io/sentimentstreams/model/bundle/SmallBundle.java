package io.sentimentstreams.model.bundle;

import io.sentimentstreams.model.network.Dense;
import io.sentimentstreams.model.network.Embedding;
import io.sentimentstreams.model.network.Lstm;
import io.sentimentstreams.model.network.Model;
import io.sentimentstreams.model.network.Network;
import io.sentimentstreams.model.network.Tensor;
import io.sentimentstreams.model.network.WeightSpec;
import io.sentimentstreams.model.text.Analyzer;
import io.sentimentstreams.model.text.SequenceSettings;
import io.sentimentstreams.model.text.Side;
import io.sentimentstreams.model.text.Tokenizer;
import io.sentimentstreams.model.text.TokenizerSettings;
import io.sentimentstreams.model.text.normalize.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Bundle with a few words and an LSTM with random weights. */
final class SmallBundle {

  static final String TEXT = "A very good film, 영화 and all";

  private SmallBundle() {}

  static Bundle create() {
    return create(Analyzer.KERAS);
  }

  static Bundle create(Analyzer analyzer) {
    return create(analyzer, List.of("negative", "positive"));
  }

  /** Creates a bundle with a normalizer. */
  static Bundle create(Normalizer normalizer) {
    return create(
        new SequenceSettings(5, Side.PRE, Side.PRE).withNormalizer(normalizer),
        List.of("negative", "positive"),
        4);
  }

  /** Creates a bundle with one class per label. */
  static Bundle create(Analyzer analyzer, List<String> labels) {
    return create(new SequenceSettings(5, Side.PRE, Side.PRE).withAnalyzer(analyzer), labels, 4);
  }

  /** Creates a bundle whose LSTM has this many units. */
  static Bundle wide(int units) {
    return create(
        new SequenceSettings(5, Side.PRE, Side.PRE), List.of("negative", "positive"), units);
  }

  private static Bundle create(SequenceSettings text, List<String> labels, int units) {
    Tokenizer tokenizer =
        Tokenizer.fit(
            TokenizerSettings.keras().withNumWords(9).withOovToken("<oov>"),
            List.of("a good film", "a bad film", "not bad at all", "영화 좋다"));
    Network network =
        new Network(
                List.of(
                    new Embedding("embedding", 9, 3, true),
                    new Lstm("lstm", units, false),
                    new Dense("output", 1, Dense.Activation.SIGMOID)))
            .withClasses(labels.size());
    Manifest manifest =
        Manifest.builder(network, text)
            .name("small")
            .version("1")
            .createdAt("2026-01-31T12:00:00Z")
            .labels(labels)
            .quality(
                Map.of(
                    "validation", new Quality("a few", "0".repeat(64), 4, 0.5, 0.7, 0.5, 0.5, 0.1)))
            .training(Map.of("seed", "7"))
            .build();
    Bundle unchecked = new Bundle(manifest, tokenizer.trimmed(), model(network), List.of());
    int outputs = network.output().units();
    return new Bundle(
        manifest,
        unchecked.tokenizer(),
        unchecked.model(),
        List.of(
            GoldenScore.of(unchecked.newScorer(), outputs, TEXT),
            GoldenScore.of(unchecked.newScorer(), outputs, "")));
  }

  private static Model model(Network network) {
    SplittableRandom random = new SplittableRandom(5);
    Map<String, Tensor> weights = new LinkedHashMap<>();
    for (WeightSpec spec : network.weights()) {
      float[] data = new float[(int) spec.size()];
      for (int i = 0; i < data.length; i++) {
        data[i] = (float) (2 * random.nextDouble() - 1);
      }
      weights.put(spec.name(), new Tensor(spec.shape(), data));
    }
    return new Model(network, weights);
  }
}
