package io.sentimentstreams.model.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import io.sentimentstreams.model.bundle.InvalidBundleException.Reason;
import io.sentimentstreams.model.text.Analyzer;
import io.sentimentstreams.model.text.analysis.MissingAnalyzerException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Checks of the analyzer that a manifest names. */
final class BundleAnalyzer {

  private static final int MAX_QUOTE = 40;

  private BundleAnalyzer() {}

  /**
   * Rejects the name of an analyzer that another release may have.
   *
   * @throws InvalidBundleException if this release does not have it
   */
  static void requireKnown(Path path, JsonNode manifest) {
    JsonNode analyzer = manifest.path("text").path("analyzer");
    List<String> known = Stream.of(Analyzer.values()).map(Analyzer::name).toList();
    if (analyzer.isTextual() && !known.contains(analyzer.textValue())) {
      String name = analyzer.textValue();
      throw new InvalidBundleException(
          path,
          Reason.NEWER_FORMAT,
          "text.analyzer is '%s', but this release has only %s"
              .formatted(
                  name.length() > MAX_QUOTE ? name.substring(0, MAX_QUOTE) + "..." : name,
                  String.join(", ", known)));
    }
  }

  /**
   * Loads the analyzer before the golden scores need it.
   *
   * @throws InvalidBundleException if its library is not on the class path
   */
  static void load(Path path, Analyzer analyzer) {
    try {
      analyzer.load();
    } catch (MissingAnalyzerException e) {
      throw new InvalidBundleException(path, Reason.MISSING_LIBRARY, e.problem(), e);
    }
  }
}
