package io.sentimentstreams.trainer.provenance;

import java.util.Map;
import java.util.Optional;

/**
 * The settings of a training.
 *
 * @param training settings of the trainer by name, the seed among them
 * @param vocabulary reviews whose words were counted, as typed
 * @param embeddings description of the pretrained embeddings; empty for random ones
 * @param preset name of the preset; empty if none was used
 */
public record SettingsProvenance(
    Map<String, String> training,
    String vocabulary,
    Optional<String> embeddings,
    Optional<String> preset) {

  public SettingsProvenance {
    training = Map.copyOf(training);
  }

  void addTo(Map<String, String> facts) {
    facts.putAll(training);
    facts.put(FactNames.VOCABULARY, vocabulary);
    embeddings.ifPresent(description -> facts.put(FactNames.EMBEDDINGS, description));
    preset.ifPresent(name -> facts.put(FactNames.PRESET, name));
  }
}
