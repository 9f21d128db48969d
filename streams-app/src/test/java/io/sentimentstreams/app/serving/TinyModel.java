package io.sentimentstreams.app.serving;

import io.sentimentstreams.model.bundle.Bundle;
import io.sentimentstreams.model.bundle.BundleReader;
import io.sentimentstreams.model.bundle.BundleWriter;
import io.sentimentstreams.model.bundle.GoldenScore;
import io.sentimentstreams.model.bundle.LoadedBundle;
import io.sentimentstreams.model.bundle.Manifest;
import io.sentimentstreams.model.bundle.ManifestBuilder;
import io.sentimentstreams.model.decision.AbstainRules;
import io.sentimentstreams.model.decision.Decision;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;

/** A small bundle with an LSTM of 4 units and random weights. */
public final class TinyModel {

  /** The maximum length of a sequence. */
  public static final int MAX_LENGTH = 8;

  /** The texts of the vocabulary. */
  public static final List<String> TEXTS =
      List.of("a good film", "a bad film", "not good", "not bad at all");

  private TinyModel() {}

  /** Returns the bundle, read from a file in a folder. */
  public static LoadedBundle in(Path folder) {
    return BundleReader.read(write(folder));
  }

  /** Writes the bundle and returns its path. */
  public static Path write(Path folder) {
    return write(folder, List.of("negative", "positive"));
  }

  /** Writes the bundle with other labels and returns its path. */
  public static Path write(Path folder, List<String> labels) {
    Path zip = folder.resolve("bundle.zip");
    BundleWriter.write(bundle(labels), zip);
    return zip;
  }

  /** Returns the bundle without a file. */
  public static LoadedBundle inMemory() {
    return new LoadedBundle(bundle(List.of("negative", "positive")), "0".repeat(64));
  }

  /** Returns the bundle with rules for no label. */
  public static LoadedBundle inMemory(AbstainRules rules) {
    return inMemory(List.of("negative", "positive"), manifest -> manifest.abstain(rules));
  }

  /** Returns the bundle with other labels and a changed manifest. */
  public static LoadedBundle inMemory(List<String> labels, UnaryOperator<ManifestBuilder> change) {
    Bundle bundle = bundle(labels);
    return new LoadedBundle(
        new Bundle(
            change.apply(bundle.manifest().toBuilder()).build(),
            bundle.tokenizer(),
            bundle.model(),
            bundle.golden()),
        "0".repeat(64));
  }

  /**
   * Returns a bundle of two labels for one language.
   *
   * @param name of the bundle
   * @param texts of its vocabulary
   */
  public static LoadedBundle inLanguage(String name, String language, List<String> texts) {
    Bundle bundle = bundle(List.of("negative", "positive"), texts);
    Manifest manifest =
        bundle.manifest().toBuilder().name(name).languages(List.of(language)).build();
    return new LoadedBundle(
        new Bundle(manifest, bundle.tokenizer(), bundle.model(), bundle.golden()),
        "%064x".formatted(name.hashCode()));
  }

  /** Writes a bundle of {@link #inLanguage} and returns its path. */
  public static Path write(Path zip, LoadedBundle bundle) {
    BundleWriter.write(bundle.bundle(), zip);
    return zip;
  }

  /** Returns a text's label, as the model's rule decides. */
  public static Decision decision(ActiveModel model, String text) {
    List<Double> probabilities = model.newScorer().classify(text).probabilities();
    return model.rule().decide(probabilities.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static Bundle bundle(List<String> labels) {
    return bundle(labels, TEXTS);
  }

  private static Bundle bundle(List<String> labels, List<String> texts) {
    Tokenizer tokenizer = Tokenizer.fit(TokenizerSettings.keras().withOovToken("<oov>"), texts);
    Network network =
        new Network(
                List.of(
                    new Embedding("embedding", tokenizer.indexBound(), 3, true),
                    new Lstm("lstm", 4, false),
                    new Dense("dense", 1, Dense.Activation.SIGMOID)))
            .withClasses(labels.size());
    Model model = new Model(network, weights(network));
    Manifest manifest =
        Manifest.builder(network, new SequenceSettings(MAX_LENGTH, Side.PRE, Side.PRE))
            .name("tiny")
            .version("1")
            .createdAt("2026-01-31T12:00:00Z")
            .labels(labels)
            .build();
    Bundle bare = new Bundle(manifest, tokenizer, model, List.of());
    GoldenScore golden = GoldenScore.of(bare.newScorer(), network.output().units(), texts.get(0));
    return new Bundle(manifest, tokenizer, model, List.of(golden));
  }

  private static Map<String, Tensor> weights(Network network) {
    Random random = new Random(7);
    Map<String, Tensor> weights = new HashMap<>();
    for (WeightSpec spec : network.weights()) {
      float[] data = new float[(int) spec.size()];
      for (int i = 0; i < data.length; i++) {
        data[i] = (float) random.nextGaussian();
      }
      weights.put(spec.name(), new Tensor(spec.shape(), data));
    }
    return weights;
  }
}
