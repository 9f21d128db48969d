package io.sentimentstreams.benchmarks.pipeline;

import io.sentimentstreams.benchmarks.engine.DrawnNetwork;
import io.sentimentstreams.model.bundle.Bundle;
import io.sentimentstreams.model.bundle.BundleWriter;
import io.sentimentstreams.model.bundle.Manifest;
import io.sentimentstreams.model.network.Lstm;
import io.sentimentstreams.model.network.Model;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A bundle that applications are measured with.
 *
 * @param label its name in tables
 * @param path where it is
 */
record BundleChoice(String label, Path path) {

  private static final int WIDTH = 64;

  /**
   * Writes a bundle with the text settings of another one and an LSTM with weights drawn at random:
   * Deeplearning4j has no GRU, and how fast a network is does not depend on what it learned.
   *
   * @param folder where; must exist
   */
  static BundleChoice drawnLstm(Bundle like, Path folder) {
    Model model =
        new DrawnNetwork(new Lstm("lstm", WIDTH, false), like.tokenizer().indexBound(), WIDTH, true)
            .model();
    Manifest manifest = like.manifest();
    Manifest drawn =
        manifest.toBuilder(model.network())
            .name("lstm-64")
            .version("random")
            .uncertainBand(Optional.empty())
            .quality(Map.of())
            .training(Map.of())
            .build();
    Path zip = folder.resolve("lstm-64.zip");
    BundleWriter.write(new Bundle(drawn, like.tokenizer(), model, List.of()), zip);
    return new BundleChoice("LSTM(64)", zip);
  }
}
