package io.sentimentstreams.trainer.report;

import io.sentimentstreams.model.bundle.LoadedBundle;
import io.sentimentstreams.trainer.evaluate.ScoredTexts;
import io.sentimentstreams.trainer.provenance.EpochFigures;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * All that a report tells. Immutable.
 *
 * @param loaded the bundle
 * @param data what it was measured on, for people
 * @param scored the texts with their scores, at least one
 * @param epochs how it was trained, in order; empty where nothing is known of it
 * @param best the epoch whose weights the bundle holds
 * @param settings of the training by name, in the order of the page
 * @param provenance where bundle and report came from, by name, in the order of the page
 */
public record Report(
    LoadedBundle loaded,
    String data,
    ScoredTexts scored,
    List<EpochFigures> epochs,
    OptionalInt best,
    Map<String, String> settings,
    Map<String, String> provenance) {

  public Report {
    if (scored.texts().isEmpty()) {
      throw new IllegalArgumentException("a report needs at least one scored text");
    }
    epochs = List.copyOf(epochs);
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    provenance = Collections.unmodifiableMap(new LinkedHashMap<>(provenance));
  }
}
