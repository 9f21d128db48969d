package io.sentimentstreams.trainer.report;

import io.sentimentstreams.model.bundle.LoadedBundle;
import io.sentimentstreams.trainer.evaluate.ClassifiedTexts;
import io.sentimentstreams.trainer.provenance.EpochFigures;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Data of a report. Immutable.
 *
 * @param loaded the bundle
 * @param data description of the data set
 * @param texts texts with their probabilities, at least one
 * @param epochs epochs of the training in order; empty if unknown
 * @param best epoch of the bundle's weights
 * @param settings training settings by name, in the order of the page
 * @param provenance provenance of bundle and report by name, in the order of the page
 */
public record Report(
    LoadedBundle loaded,
    String data,
    ClassifiedTexts texts,
    List<EpochFigures> epochs,
    OptionalInt best,
    Map<String, String> settings,
    Map<String, String> provenance) {

  public Report {
    if (texts.texts().isEmpty()) {
      throw new IllegalArgumentException("No scored texts for a report. Provide at least one.");
    }
    epochs = List.copyOf(epochs);
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    provenance = Collections.unmodifiableMap(new LinkedHashMap<>(provenance));
  }
}
