package io.sentimentstreams.trainer.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.sentimentstreams.model.bundle.BundleReader;
import io.sentimentstreams.model.bundle.Manifest;
import io.sentimentstreams.trainer.data.DataFingerprint;
import io.sentimentstreams.trainer.data.source.TrainingData;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The facts of records have the names and the forms of the bundle format. */
class TrainingProvenanceTest {

  private static final Path ROOT = Path.of(System.getProperty("project.root", ".."));

  private static final RunProvenance.Environment ENVIRONMENT =
      new RunProvenance.Environment("17.0.15", 2, Optional.empty());

  @Test
  void factsAreThoseOfAReleasedBundle() throws JsonProcessingException {
    Manifest manifest = BundleReader.read(ROOT.resolve("models/imdb-default")).bundle().manifest();
    TrainingProvenance provenance =
        new TrainingProvenance(
                command(manifest),
                new DataProvenance(
                    TrainingData.IMDB,
                    "aclImdb",
                    Optional.empty(),
                    0.2,
                    List.of("negative", "positive"),
                    new TrainingData.Fingerprints(
                        fingerprint(
                            "80da24dfffcd9d10217e4176ec1c9f18e834f36d8e8161e4c77c2dfe59bd96c6",
                            12500,
                            12500),
                        fingerprint(
                            "e816cd4ef65e93c947e3aa38bd32c9f4c329c3642a1ea8543a7242d157af2f97",
                            9986,
                            10014),
                        fingerprint(
                            "42fd24d742ba71fe37ff7e84dce51c415f9fbf60f8caaf4cc5567268f2733f63",
                            2514,
                            2486))),
                Optional.of(
                    new DistillationProvenance(
                        50000,
                        1,
                        "aclImdb/train/unsup",
                        "4992a4f02fa171448ebf1e438255b8ed1e993d232286d9dc573a69ad6209d411",
                        Optional.empty(),
                        "linear (1-3-grams, C 1.0, 756,022 features), imdb-default 1 (sha256"
                            + " 27853d021492), imdb-default 2 (sha256 ccb2751811a8)",
                        0.85608)),
                new SettingsProvenance(settings(), "learned", Optional.empty(), Optional.empty()),
                new RunProvenance(
                    4,
                    true,
                    805,
                    List.of(
                        new EpochFigures(1, 0.3922, 0.88248, 0.22326, 0.9144, 248),
                        new EpochFigures(2, 0.34182, 0.9219, 0.21786, 0.9192, 203),
                        new EpochFigures(3, 0.3314, 0.93226, 0.21531, 0.9196, 170),
                        new EpochFigures(4, 0.32576, 0.93676, 0.21252, 0.9224, 182)),
                    ENVIRONMENT))
            .withCalibration(
                new CalibrationProvenance(
                    "temperature",
                    0.91082,
                    Optional.empty(),
                    0.02053,
                    0.016919,
                    0.212516,
                    Optional.empty()));

    Map<String, String> training = new TreeMap<>(manifest.training());
    // Facts of measurements and commands after the training.
    training.keySet().removeIf(name -> name.startsWith("abstain") || name.startsWith("answered"));
    assertThat(json(provenance.toFacts())).isEqualTo(json(training));
  }

  private static String command(Manifest manifest) {
    return Objects.requireNonNull(manifest.training().get("command"));
  }

  private static Map<String, String> settings() {
    return Map.ofEntries(
        Map.entry("batchSize", "128"),
        Map.entry("classWeights", "even"),
        Map.entry("clipNorm", "1.0"),
        Map.entry("dropout", "0.4"),
        Map.entry("embeddingDropout", "0.2"),
        Map.entry("epochs", "4"),
        Map.entry("inputDropout", "0.0"),
        Map.entry("learningRate", "0.002"),
        Map.entry("learningRateSchedule", "cosine"),
        Map.entry("optimizer", "adam"),
        Map.entry("patience", "3"),
        Map.entry("recurrentDropout", "0.0"),
        Map.entry("seed", "42"),
        Map.entry("wordDropout", "0.2"),
        Map.entry("workers", "2"));
  }

  @Test
  void optionalFactsHaveTheirNames() {
    TrainingProvenance provenance =
        new TrainingProvenance(
                "train",
                new DataProvenance(
                    "reviews",
                    "reviews.csv",
                    Optional.of(90),
                    0.1,
                    List.of("bad", "fair", "good"),
                    new TrainingData.Fingerprints(
                        fingerprint("a", 30, 40, 50),
                        fingerprint("b", 27, 28),
                        fingerprint("c", 1, 2, 3))),
                Optional.of(
                    new DistillationProvenance(7, 0, "unsup", "d", Optional.of(7), "linear", 0.75)),
                new SettingsProvenance(
                    Map.of("seed", "1"),
                    "all",
                    Optional.of("vectors.txt of width 8, frozen"),
                    Optional.of("glove-dense")),
                new RunProvenance(
                    1,
                    false,
                    3,
                    List.of(),
                    new RunProvenance.Environment("21", 8, Optional.of("1.2.3"))))
            .withTargetPrecision(Optional.of(0.95))
            .withCalibration(
                new CalibrationProvenance(
                    "platt", 1.5, Optional.of(-0.25), 0.02, 0.01, 0.3, Optional.empty()));

    assertThat(provenance.toFacts())
        .containsEntry("limit", "90")
        .containsEntry("validationShare", "0.1")
        .containsEntry("trainingExamples", "55")
        .containsEntry("trainingLabel.bad", "27")
        .containsEntry("trainingLabel.fair", "28")
        .containsEntry("trainingLabel.good", "0")
        .doesNotContainKey("trainingPositive")
        .containsEntry("validationExamples", "6")
        .containsEntry("limitUnlabelled", "7")
        .containsEntry("teacherConfidence", "0.7500")
        .containsEntry("embeddings", "vectors.txt of width 8, frozen")
        .containsEntry("preset", "glove-dense")
        .containsEntry("finished", "false")
        .containsEntry("trainer", "1.2.3")
        .containsEntry("wantedPrecision", "0.95")
        .containsEntry("calibrationShift", "-0.25000")
        .containsEntry("calibrationTemperature", "1.50000");
  }

  @Test
  void importsHaveTheirOwnFacts() {
    ImportProvenance provenance =
        new ImportProvenance(
            "model.keras",
            "ab",
            "Keras 3.5.0",
            "import-keras",
            Optional.of(new ImportProvenance.Comparison(12, 2.98e-8)));

    assertThat(provenance.toFacts())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "importedFrom", "model.keras",
                "importedSha256", "ab",
                "kerasVersion", "3.5.0",
                "command", "import-keras",
                "checkedSamples", "12",
                "checkedLargestDifference", "2.98e-08"));
  }

  private static DataFingerprint fingerprint(String sha256, Integer... counts) {
    return new DataFingerprint(sha256, List.of(counts));
  }

  private static String json(Map<String, String> facts) throws JsonProcessingException {
    SortedMap<String, String> sorted = new TreeMap<>(facts);
    return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(sorted);
  }
}
