package io.sentimentstreams.benchmarks.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.sentimentstreams.benchmarks.result.Machine;
import io.sentimentstreams.benchmarks.result.Origin;
import io.sentimentstreams.benchmarks.result.Quartiles;
import io.sentimentstreams.benchmarks.result.Results;
import io.sentimentstreams.benchmarks.result.Table;
import io.sentimentstreams.benchmarks.result.Versions;
import io.sentimentstreams.model.scoring.packed.PackedModel;
import io.sentimentstreams.model.text.Tokenizer;
import io.sentimentstreams.schemas.ModelReference;
import io.sentimentstreams.schemas.ReviewScore;
import io.sentimentstreams.schemas.TokenCounts;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PipelineTest {

  @Test
  void theFirstHalfOfTheBacklogDoesNotCount() {
    long[] slowAtFirst =
        LongStream.concat(
                LongStream.range(0, 200).map(i -> 50 * i), // Code is not compiled yet.
                LongStream.range(0, 800).map(i -> 10_000 + 2 * i))
            .toArray();

    assertThat(MeasurementWindow.of(slowAtFirst).recordsPerSecond()).isBetween(499.0, 501.0);
  }

  @Test
  void aBacklogThatWasScoredInOneMillisecondHasARate() {
    assertThat(MeasurementWindow.of(new long[] {7, 7, 7}).recordsPerSecond())
        .isPositive()
        .isFinite();
  }

  @Test
  void thePurposeOfAThreadFollowsFromThePackagesOnItsStack() {
    assertThat(Purpose.of(PackedModel.class.getName())).isEqualTo(Purpose.NETWORK);
    assertThat(Purpose.of(Tokenizer.class.getName())).isEqualTo(Purpose.TEXT);
    assertThat(Purpose.of(SpecificData.class.getName())).isEqualTo(Purpose.RECORDS);
    assertThat(Purpose.of("org.apache.kafka.streams.KafkaStreams")).isEqualTo(Purpose.KAFKA);
    assertThat(Purpose.of(String.class.getName())).isEqualTo(Purpose.OTHER);
  }

  @Test
  void thePythonLoopReceivesTheHeaderOfScores() throws Exception {
    BinaryMessageEncoder<ReviewScore> avro =
        new BinaryMessageEncoder<>(new SpecificData(), ReviewScore.getClassSchema());
    byte[] encoded = new byte[10];
    avro.encode(score()).get(encoded);

    assertThat(PythonLoop.scoreHeader()).isEqualTo(HexFormat.of().formatHex(encoded));
  }

  @Test
  void aFullResultIsReadBackAsItWasWritten(@TempDir Path home) {
    PipelineResult result = result();
    Results results = new Results(home);

    results.write(PipelineResult.NAME, result);

    assertThat(results.read(PipelineResult.NAME, PipelineResult.class)).contains(result);
  }

  @Test
  void peersAreComparedWithOursOnTheSameModel() {
    Table throughput = result().tables().get(1);

    assertThat(throughput.rows().get(0).get(2)).isEqualTo("-");
    assertThat(throughput.rows().get(1).get(2)).isEqualTo("2.50x");
  }

  @Test
  void theTargetIsTheStartupFromAnArchive() {
    assertThat(result().tables().get(0).rows())
        .contains(List.of("startup time, s", "5", "3", "3.00 (with an archive)"));
  }

  private static ReviewScore score() {
    return ReviewScore.newBuilder()
        .setReviewId("r")
        .setScore(0.5)
        .setLabel("POSITIVE")
        .setProbabilities(List.of())
        .setModel(new ModelReference("m", "1", "0", "*"))
        .setTokens(new TokenCounts(1, 0, 0))
        .setOccurredAt(Instant.EPOCH)
        .setScoredAt(Instant.EPOCH)
        .build();
  }

  private static PipelineResult result() {
    Origin origin =
        new Origin(
            "2026-01-31T12:00:00Z",
            "./benchmarks/run end-to-end",
            false,
            "0123456789ab",
            Machine.here(256),
            Versions.here());
    ReviewLatency latency = new ReviewLatency(50, 1_000, 3, 9, 12, 15, 0.2);
    Profile profile =
        new Profile(
            Map.of(Purpose.NETWORK, 0.7, Purpose.TEXT, 0.1), Map.of("Vectors.product", 0.4));
    return new PipelineResult(
        origin,
        "some reviews",
        4,
        List.of(
            row(SystemUnderTest.OURS, 100, latency, profile),
            row(SystemUnderTest.ONNX_LOOP, 40, latency, null)),
        List.of(
            new StartupRow("java -jar", false, new Quartiles(5, 4.9, 5.1), 3),
            new StartupRow("with an archive", true, new Quartiles(3, 2.9, 3.1), 3)),
        List.of());
  }

  private static PipelineRow row(
      SystemUnderTest system, double rate, ReviewLatency latency, @Nullable Profile profile) {
    return new PipelineRow(
        system, "default", false, 1, "", 500, rate, 400, 2.5, 300, 0, latency, profile);
  }
}
