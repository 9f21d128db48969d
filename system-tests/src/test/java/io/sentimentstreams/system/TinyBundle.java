package io.sentimentstreams.system;

import io.sentimentstreams.model.bundle.Bundle;
import io.sentimentstreams.model.bundle.BundleWriter;
import io.sentimentstreams.model.bundle.Histogram;
import io.sentimentstreams.model.bundle.Manifest;
import io.sentimentstreams.model.bundle.ManifestBuilder;
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
    Tokenizer tokenizer = tokenizer();
    Network network = network(tokenizer, units, new Dense("dense", 1, Dense.Activation.SIGMOID));
    return write(
        folder,
        tokenizer,
        manifest(network, "tiny", version, List.of("negative", "positive"))
            .histograms(validated().withLabels(List.of(VALIDATED / 2L, VALIDATED / 2L)))
            .build());
  }

  /**
   * Writes a bundle with more than two labels and returns its path.
   *
   * @param name of the bundle, which is the seed of the weights too
   * @param task of the labels
   * @param labels in the order of the network
   */
  public static Path write(Path folder, String name, Task task, List<String> labels) {
    Tokenizer tokenizer = tokenizer();
    Dense last = new Dense("dense", labels.size(), Dense.Activation.SOFTMAX);
    Network network = network(tokenizer, UNITS, last);
    return write(folder, tokenizer, manifest(network, name, "1", labels).task(task).build());
  }

  private static Tokenizer tokenizer() {
    return Tokenizer.fit(
        TokenizerSettings.keras(), Stream.concat(WORDS.stream(), COMMON.stream()).toList());
  }

  private static Network network(Tokenizer tokenizer, int units, Dense last) {
    return new Network(
        List.of(
            new Embedding("embedding", tokenizer.indexBound(), 8, true),
            new Lstm("lstm", units, false),
            last));
  }

  private static ManifestBuilder manifest(
      Network network, String name, String version, List<String> labels) {
    return Manifest.builder(network, new SequenceSettings(100, Side.PRE, Side.PRE))
        .name(name)
        .version(version)
        .createdAt("2026-01-01T00:00:00Z")
        .labels(labels);
  }

  private static Path write(Path folder, Tokenizer tokenizer, Manifest manifest) {
    Path zip = folder.resolve(manifest.name() + "-" + manifest.version() + ".zip");
    String seed = manifest.name().equals("tiny") ? manifest.version() : manifest.name();
    BundleWriter.write(
        new Bundle(manifest, tokenizer, randomModel(manifest.network(), seed), List.of()), zip);
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

  private static Model randomModel(Network network, String seed) {
    Random random = new Random(seed.hashCode());
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
