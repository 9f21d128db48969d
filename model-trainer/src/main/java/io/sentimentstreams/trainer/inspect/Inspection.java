package io.sentimentstreams.trainer.inspect;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.sentimentstreams.model.bundle.AbstainBand;
import io.sentimentstreams.model.bundle.Bundle;
import io.sentimentstreams.model.bundle.GoldenScore;
import io.sentimentstreams.model.bundle.LoadedBundle;
import io.sentimentstreams.model.bundle.Manifest;
import io.sentimentstreams.model.bundle.Quality;
import io.sentimentstreams.model.bundle.ReferenceHistograms;
import io.sentimentstreams.model.network.Layer;
import io.sentimentstreams.model.network.WeightSpec;
import io.sentimentstreams.model.text.SequenceSettings;
import io.sentimentstreams.model.text.Tokenizer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** What is in a bundle, in the order in which it is shown. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Inspection(
    String path,
    long bytes,
    String sha256,
    Map<String, String> checksums,
    String name,
    String version,
    String createdAt,
    int formatVersion,
    List<String> labels,
    double threshold,
    @Nullable AbstainBand uncertainBand,
    SequenceSettings text,
    Words vocabulary,
    List<LayerRow> layers,
    long parameters,
    Map<String, Quality> quality,
    Map<String, String> training,
    ReferenceHistograms histograms,
    List<GoldenScore> golden) {

  private static final String CHECKSUMS = "SHA256SUMS";
  private static final int FIRST_WORDS = 20;

  /**
   * The vocabulary.
   *
   * @param size how many tokens have an index
   * @param documents how many texts it was fitted on
   * @param outOfVocabulary the token that stands for all others; null if they are left out
   * @param first the first tokens, by index
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Words(int size, int documents, @Nullable String outOfVocabulary, List<String> first) {}

  /**
   * A layer.
   *
   * @param name its name
   * @param kind what it is, in few words
   * @param output the width of its output
   * @param parameters how many numbers it holds
   * @param weights their shapes by name
   */
  record LayerRow(
      String name, String kind, int output, long parameters, Map<String, List<Integer>> weights) {}

  /** Looks into a bundle that was read, and verified, from a file. */
  public static Inspection of(LoadedBundle loaded, Path file) throws IOException {
    Bundle bundle = loaded.bundle();
    Manifest manifest = bundle.manifest();
    return new Inspection(
        file.toString(),
        Files.size(file),
        loaded.sha256(),
        checksums(file),
        manifest.name(),
        manifest.version(),
        manifest.createdAt(),
        manifest.formatVersion(),
        manifest.labels(),
        manifest.threshold(),
        manifest.uncertainBand().orElse(null),
        manifest.text(),
        words(bundle.tokenizer()),
        layers(manifest),
        manifest.network().parameterCount(),
        manifest.quality(),
        manifest.training(),
        manifest.histograms(),
        bundle.golden());
  }

  private static Map<String, String> checksums(Path file) throws IOException {
    Map<String, String> checksums = new TreeMap<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      ZipEntry entry = zip.getEntry(CHECKSUMS);
      String lines = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
      lines
          .lines()
          .map(line -> line.split(" {2}", 2))
          .forEach(parts -> checksums.put(parts[1], parts[0]));
    }
    return checksums;
  }

  private static Words words(Tokenizer tokenizer) {
    return new Words(
        tokenizer.vocabularySize(),
        tokenizer.documentCount(),
        tokenizer.settings().oovToken().orElse(null),
        tokenizer.wordIndex().entrySet().stream()
            .sorted(Map.Entry.comparingByValue())
            .limit(FIRST_WORDS)
            .map(Map.Entry::getKey)
            .toList());
  }

  private static List<LayerRow> layers(Manifest manifest) {
    List<LayerRow> rows = new ArrayList<>();
    int size = 1;
    for (Layer layer : manifest.network().layers()) {
      Map<String, List<Integer>> weights = new TreeMap<>();
      long parameters = 0;
      for (WeightSpec spec : layer.weights(size)) {
        weights.put(spec.name(), spec.shape());
        parameters += spec.size();
      }
      size = layer.outputSize(size);
      rows.add(new LayerRow(layer.name(), LayerNames.of(layer), size, parameters, weights));
    }
    return List.copyOf(rows);
  }
}
