package io.sentimentstreams.model.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sentimentstreams.model.text.Analyzer;
import io.sentimentstreams.model.text.normalize.Normalizer;
import java.util.List;

/** Fields that older manifests do not have, and those that are omitted if they are empty. */
final class ManifestDefaults {

  private ManifestDefaults() {}

  /**
   * Adds the missing fields.
   *
   * @param manifest JSON of any format version; modified
   */
  static JsonNode addedTo(JsonNode manifest) {
    if (manifest.path("text") instanceof ObjectNode text) {
      if (!text.has("analyzer")) {
        text.put("analyzer", Analyzer.KERAS.name());
      }
      if (!text.has("offsets")) {
        text.putNull("offsets");
      }
      if (!text.has("normalizer")) {
        text.put("normalizer", Normalizer.NONE.id());
      }
    }
    if (manifest.path("histograms") instanceof ObjectNode histograms && !histograms.has("labels")) {
      histograms.putArray("labels");
    }
    if (manifest instanceof ObjectNode whole) {
      addDecision(whole);
      whole.path("quality").forEach(ManifestDefaults::addScale);
    }
    return manifest;
  }

  private static void addDecision(ObjectNode manifest) {
    if (!manifest.has("task")) {
      manifest.put("task", manifest.path("labels").size() == 2 ? "binary" : "nominal");
    }
    if (!manifest.has("languages")) {
      manifest.putArray("languages");
    }
    if (!manifest.has("behaviour")) {
      manifest.putObject("behaviour");
    }
    JsonNode band = manifest.remove("uncertainBand");
    if (!manifest.has("abstain")) {
      manifest.putObject("abstain").set("band", band);
    }
    if (manifest.path("abstain") instanceof ObjectNode abstain) {
      for (String rule : List.of("band", "confidence", "unknownShare")) {
        if (!abstain.has(rule)) {
          abstain.putNull(rule);
        }
      }
    }
  }

  private static void addScale(JsonNode quality) {
    if (quality instanceof ObjectNode figures && !figures.has("ordered")) {
      figures.putNull("ordered");
    }
    if (quality.path("ordered") instanceof ObjectNode ordered
        && !ordered.has("quadraticWeightedKappa")) {
      ordered.putNull("quadraticWeightedKappa");
    }
  }
}
