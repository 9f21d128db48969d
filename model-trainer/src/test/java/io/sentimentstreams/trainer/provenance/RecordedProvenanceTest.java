package io.sentimentstreams.trainer.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import io.sentimentstreams.model.bundle.Manifest;
import io.sentimentstreams.model.network.Dense;
import io.sentimentstreams.model.network.Embedding;
import io.sentimentstreams.model.network.Gru;
import io.sentimentstreams.model.network.Network;
import io.sentimentstreams.model.text.SequenceSettings;
import io.sentimentstreams.model.text.Side;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordedProvenanceTest {

  private static final EpochFigures FIRST = new EpochFigures(1, 0.5, 0.75, 0.25, 0.875, 12);
  private static final EpochFigures TWELFTH = new EpochFigures(12, 0.125, 1, 0.5, 0.75, 3);

  @Test
  void epochsAreReadAsTheyWereWritten() {
    Map<String, String> facts = new TreeMap<>();
    TWELFTH.addTo(facts);
    FIRST.addTo(facts);

    assertThat(facts).containsEntry("epoch.001", "0.50000 0.75000 0.25000 0.87500 12");
    assertThat(recorded(facts).epochs()).containsExactly(FIRST, TWELFTH);
  }

  @Test
  void epochsOfLaterReleasesCanHaveMoreFigures() {
    assertThat(recorded(Map.of("epoch.001", "0.5 0.75 0.25 0.875 12 0.01")).epochs())
        .containsExactly(FIRST);
  }

  @Test
  void epochsThatAreNotReadableAreSkipped() {
    Map<String, String> facts =
        Map.of(
            "epoch.001", "0.5 0.75 0.25",
            "epoch.two", "0.5 0.75 0.25 0.875 12",
            "epoch.003", "low high low high 12",
            "epochs", "3");

    assertThat(recorded(facts).epochs()).isEmpty();
  }

  @Test
  void factsThatAreMissingOrNoNumbersAreEmpty() {
    RecordedProvenance recorded = recorded(Map.of("seed", "many", "bestEpoch", ""));

    assertThat(recorded.seed()).isEmpty();
    assertThat(recorded.bestEpoch()).isEmpty();
    assertThat(recorded.validationSplit()).isEmpty();
    assertThat(recorded.imported()).isEmpty();
    assertThat(recorded.isFinished()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Keras 3.5.0", "pytorch 2.15.0"})
  void importsAreReadAsTheyWereWritten(String writer) {
    ImportProvenance provenance =
        new ImportProvenance(
            "model.keras",
            "ab",
            writer,
            "import-keras",
            Optional.of(new ImportProvenance.Comparison(12, 2.98e-8)));

    assertThat(recorded(provenance.toFacts()).imported()).contains(provenance);
  }

  @Test
  void everyFactBelongsToOriginsOrSettingsUnlessItIsAnEpoch() {
    RecordedProvenance recorded =
        recorded(Map.of("command", "train", "dropout", "0.3", "epoch.001", "1 1 1 1 1"));

    assertThat(recorded.origins()).containsOnlyKeys("command");
    assertThat(recorded.settings()).containsOnlyKeys("dropout");
    assertThat(recorded.tableOfModelCard()).containsOnlyKeys("dropout");
  }

  private static RecordedProvenance recorded(Map<String, String> facts) {
    Network network =
        new Network(
            List.of(
                new Embedding("embedding", 9, 4, true),
                new Gru("gru", 4, false, true),
                new Dense("dense", 1, Dense.Activation.SIGMOID)));
    return RecordedProvenance.of(
        Manifest.builder(network, new SequenceSettings(10, Side.PRE, Side.PRE))
            .name("model")
            .version("1")
            .createdAt("2026-01-31T12:00:00Z")
            .labels(List.of("negative", "positive"))
            .threshold(0.5)
            .training(facts)
            .build());
  }
}
