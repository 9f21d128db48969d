package io.sentimentstreams.system;

import io.sentimentstreams.model.bundle.Bundle;
import io.sentimentstreams.model.bundle.BundleWriter;
import io.sentimentstreams.model.bundle.Histogram;
import io.sentimentstreams.model.bundle.Manifest;
import io.sentimentstreams.model.bundle.ReferenceHistograms;
import io.sentimentstreams.model.decision.Task;
import io.sentimentstreams.model.network.Dense;
import io.sentimentstreams.model.network.Embedding;
import io.sentimentstreams.model.network.Lstm;
import io.sentimentstreams.model.network.Model;
import io.sentimentstreams.model.network.Network;
import io.sentimentstreams.model.network.Tensor;
import io.sentimentstreams.model.network.WeightSpec;
import io.sentimentstreams.model.text.SequenceSettings;
import io.sentimentstreams.model.text.Side;
import io.sentimentstreams.model.text.Tokenizer;
import io.sentimentstreams.model.text.TokenizerSettings;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A small LSTM with random weights, which returns different scores for different texts. */
public final class TinyBundle {

  /** The vocabulary. */
  public static final List<String> WORDS =
      IntStream.range(0, 200).mapToObj(i -> "word" + i).toList();

  /** More words, so that each of the quickstart's English reviews has a known token. */
  private static final List<String> COMMON =
      List.of("the", "a", "and", "of", "is", "it", "i", "this", "was", "not", "you", "my");

  private static final int UNITS = 16;
  private static final int VALIDATED = 1_000;

  private TinyBundle() {}

  /** Writes the bundle as a zip into a folder and returns its path. */
  public static Path write(Path folder) {
    return write(folder, "1", UNITS);
  }

  /**
   * Writes a bundle of another version or size and returns its path.
   *
   * @param version version, which is the seed of the weights
   * @param units units of the LSTM; the time per score grows with their square
   */
  public static Path write(Path folder, String version, int units) {
    return write(folder, version, units, List.of("negative", "positive"), Task.BINARY);
  }

  /** Writes a bundle with other labels and returns its path. */
  public static Path write(Path folder, List<String> labels, Task task) {
    return write(folder, task.name(), UNITS, labels, task);
  }

  private static Path write(
      Path folder, String version, int units, List<String> labels, Task task) {
    Tokenizer tokenizer =
        Tokenizer.fit(
            TokenizerSettings.keras(), Stream.concat(WORDS.stream(), COMMON.stream()).toList());
    Network network =
        new Network(
                List.of(
                    new Embedding("embedding", tokenizer.indexBound(), 8, true),
                    new Lstm("lstm", units, false),
                    new Dense("dense", 1, Dense.Activation.SIGMOID)))
            .withClasses(labels.size());
    Manifest manifest =
        Manifest.builder(network, new SequenceSettings(100, Side.PRE, Side.PRE))
            .name("tiny")
            .version(version)
            .createdAt("2026-01-01T00:00:00Z")
            .task(task)
            .labels(labels)
            .histograms(validated().withLabels(Collections.nCopies(labels.size(), 100L)))
            .build();
    Path zip = folder.resolve("tiny-" + version + ".zip");
    BundleWriter.write(
        new Bundle(manifest, tokenizer, randomModel(network, version), List.of()), zip);
    return zip;
  }

  /** Returns histograms of all lengths and scores. */
  private static ReferenceHistograms validated() {
    return new ReferenceHistograms(
        Histogram.of(
            ReferenceHistograms.SCORE_BOUNDS,
            IntStream.range(0, VALIDATED).mapToDouble(i -> (double) i / VALIDATED)),
        Histogram.of(
            ReferenceHistograms.LENGTH_BOUNDS,
            IntStream.range(0, VALIDATED).mapToDouble(i -> 1 + i % 200)),
        Histogram.of(
            ReferenceHistograms.SHARE_BOUNDS,
            IntStream.range(0, VALIDATED).mapToDouble(i -> (double) i / VALIDATED)));
  }

  private static Model randomModel(Network network, String version) {
    Random random = new Random(version.hashCode());
    Map<String, Tensor> weights = new LinkedHashMap<>();
    for (WeightSpec spec : network.weights()) {
      float[] data = new float[Math.toIntExact(spec.size())];
      for (int i = 0; i < data.length; i++) {
        data[i] = (float) random.nextGaussian();
      }
      weights.put(spec.name(), new Tensor(spec.shape(), data));
    }
    return new Model(network, weights);
  }
}
