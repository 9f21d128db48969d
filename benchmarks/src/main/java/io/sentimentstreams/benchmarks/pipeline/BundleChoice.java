package io.sentimentstreams.benchmarks.pipeline;

import io.sentimentstreams.benchmarks.engine.SyntheticNetwork;
import io.sentimentstreams.model.bundle.Bundle;
import io.sentimentstreams.model.bundle.BundleWriter;
import io.sentimentstreams.model.bundle.Manifest;
import io.sentimentstreams.model.decision.AbstainRules;
import io.sentimentstreams.model.network.Lstm;
import io.sentimentstreams.model.network.Model;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A bundle for the applications.
 *
 * @param label name in tables
 * @param path path of the bundle
 */
record BundleChoice(String label, Path path) {

  private static final int WIDTH = 64;

  /**
   * Writes a bundle with another one's text settings and an LSTM with random weights.
   * Deeplearning4j does not have a GRU, and speed does not depend on the weights.
   *
   * @param folder target folder; must exist
   */
  static BundleChoice randomLstm(Bundle like, Path folder) {
    Model model =
        new SyntheticNetwork(
                new Lstm("lstm", WIDTH, false), like.tokenizer().indexBound(), WIDTH, true)
            .model();
    Manifest manifest = like.manifest();
    Manifest random =
        manifest.toBuilder(model.network())
            .name("lstm-64")
            .version("random")
            .abstain(AbstainRules.none())
            .quality(Map.of())
            .training(Map.of())
            .build();
    Path zip = folder.resolve("lstm-64.zip");
    BundleWriter.write(new Bundle(random, like.tokenizer(), model, List.of()), zip);
    return new BundleChoice("LSTM(64)", zip);
  }
}
