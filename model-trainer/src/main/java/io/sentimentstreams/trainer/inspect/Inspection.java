package io.sentimentstreams.trainer.inspect;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.sentimentstreams.model.bundle.Bundle;
import io.sentimentstreams.model.bundle.GoldenScore;
import io.sentimentstreams.model.bundle.LoadedBundle;
import io.sentimentstreams.model.bundle.Manifest;
import io.sentimentstreams.model.bundle.Quality;
import io.sentimentstreams.model.bundle.ReferenceHistograms;
import io.sentimentstreams.model.decision.AbstainRules;
import io.sentimentstreams.model.decision.Task;
import io.sentimentstreams.model.network.Layer;
import io.sentimentstreams.model.network.WeightSpec;
import io.sentimentstreams.model.text.SequenceSettings;
import io.sentimentstreams.model.text.TextIndexer;
import io.sentimentstreams.model.text.Tokenizer;
import io.sentimentstreams.model.text.vectorization.TextVectorization;
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

/**
 * The contents of a bundle.
 *
 * @param file its file
 * @param model identity
 * @param decision labels, and when it gives none
 * @param text how texts become sequences
 * @param vocabulary its vocabulary
 * @param network its layers
 * @param records what its manifest records
 */
public record Inspection(
    @JsonUnwrapped FileFacts file,
    @JsonUnwrapped ModelFacts model,
    @JsonUnwrapped DecisionFacts decision,
    SequenceSettings text,
    Words vocabulary,
    @JsonUnwrapped NetworkFacts network,
    @JsonUnwrapped Records records) {

  private static final String CHECKSUMS = "SHA256SUMS";
  private static final int FIRST_WORDS = 20;

  /**
   * The file of a bundle.
   *
   * @param path its path
   * @param bytes its size
   * @param sha256 its checksum
   * @param checksums checksums of its entries, by name
   */
  record FileFacts(String path, long bytes, String sha256, Map<String, String> checksums) {}

  /**
   * Identity of a model.
   *
   * @param name its name
   * @param version its version
   * @param createdAt when the bundle was made, ISO 8601 in UTC
   * @param formatVersion version of the bundle's layout
   */
  record ModelFacts(String name, String version, String createdAt, int formatVersion) {}

  /**
   * Decision of a model.
   *
   * @param task kind of its labels
   * @param labels its labels
   * @param languages languages that it answers; empty for any
   * @param threshold smallest score that means positive
   * @param abstain when it gives no label
   */
  record DecisionFacts(
      Task task,
      List<String> labels,
      List<String> languages,
      double threshold,
      AbstainRules abstain) {}

  /**
   * A vocabulary.
   *
   * @param size number of tokens with an index
   * @param documents number of texts that it was fitted on; null if it is not known
   * @param outOfVocabulary token that replaces unknown ones; null if they are dropped
   * @param first the first tokens, by index
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Words(
      int size,
      @Nullable Integer documents,
      @Nullable String outOfVocabulary,
      List<String> first) {}

  /**
   * A network.
   *
   * @param layers its layers
   * @param parameters number of its parameters
   */
  record NetworkFacts(List<LayerRow> layers, long parameters) {}

  /**
   * A layer.
   *
   * @param name its name
   * @param kind short description
   * @param output width of its output
   * @param parameters number of its parameters
   * @param weights shapes of its weights, by name
   */
  record LayerRow(
      String name, String kind, int output, long parameters, Map<String, List<Integer>> weights) {}

  /**
   * Records of a manifest.
   *
   * @param quality quality by split
   * @param training provenance
   * @param histograms reference histograms
   * @param golden golden scores
   */
  record Records(
      Map<String, Quality> quality,
      Map<String, String> training,
      ReferenceHistograms histograms,
      List<GoldenScore> golden) {}

  /**
   * Returns the contents of a bundle.
   *
   * @param file that the bundle was read from
   */
  public static Inspection of(LoadedBundle loaded, Path file) throws IOException {
    Bundle bundle = loaded.bundle();
    Manifest manifest = bundle.manifest();
    return new Inspection(
        new FileFacts(file.toString(), Files.size(file), loaded.sha256(), checksums(file)),
        new ModelFacts(
            manifest.name(), manifest.version(), manifest.createdAt(), manifest.formatVersion()),
        new DecisionFacts(
            manifest.task(),
            manifest.labels(),
            manifest.languages(),
            manifest.threshold(),
            manifest.abstain()),
        manifest.text(),
        words(bundle.tokenizer()),
        new NetworkFacts(layers(manifest), manifest.network().parameterCount()),
        new Records(
            manifest.quality(), manifest.training(), manifest.histograms(), bundle.golden()));
  }

  /** Returns the contents as indented JSON. */
  public String toJson() {
    return JsonDocument.indented(this);
  }

  /** Returns the contents as text. */
  public String toText() {
    return InspectionText.of(this);
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

  private static Words words(TextIndexer indexer) {
    if (indexer instanceof TextVectorization layer) {
      return new Words(
          layer.vocabularySize(),
          null,
          TextVectorization.UNKNOWN_TOKEN,
          layer.vocabulary().stream().limit(FIRST_WORDS).toList());
    }
    Tokenizer tokenizer = (Tokenizer) indexer;
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
