package io.sentimentstreams.trainer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sentimentstreams.model.bundle.Bundle;
import io.sentimentstreams.model.bundle.BundleReader;
import io.sentimentstreams.model.network.Tensor;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Interrupted and resumed trainings on the command line. */
class ResumedTrainingIT {

  private static final String CHECKPOINT = "checkpoint.safetensors";

  /** The bit of SIGINT among the signals of a process, which are counted from 1. */
  private static final long SIGINT = 1 << (2 - 1);

  @TempDir private Path folder;

  private final TypedCommands commands = new TypedCommands();
  private Path reviews = Path.of("");

  @BeforeEach
  void writeReviews() throws IOException {
    reviews = folder.resolve("reviews.csv");
    Files.writeString(
        reviews,
        "text,label\n"
            + "a lovely film,1\na weak film,0\nlovely music,1\nwas it weak,0\n".repeat(15));
  }

  @Test
  void resumedTrainingWritesTheSameBundleAsAnUninterruptedOne() {
    Path whole = folder.resolve("whole");
    Path parts = folder.resolve("parts");
    Path checkpoints = folder.resolve("checkpoints");

    commands.succeed(train(whole, "--epochs", "4"));
    commands.succeed(train(parts, "--epochs", "2", "--checkpoints", checkpoints));
    String out =
        commands.succeed(train(parts, "--epochs", "4", "--checkpoints", checkpoints, "--resume"));

    assertThat(out).contains("resumed after epoch 2").contains("of 4 was the best");
    Bundle resumed = bundle(parts);
    assertThat(resumed.golden()).isEqualTo(bundle(whole).golden());
    Map<String, Tensor> weights = bundle(whole).model().weights();
    weights.forEach(
        (name, tensor) ->
            assertThat(resumed.model().weight(name)).as(name).containsExactly(tensor.data()));
    assertThat(resumed.manifest().training()).containsKeys("epoch.001", "epoch.004");
    assertThat(checkpoints.resolve(CHECKPOINT)).exists();
  }

  @Test
  void checkpointInTheOutputFolderIsDeletedAfterTheTraining() {
    Path model = folder.resolve("model");

    commands.succeed(train(model, "--epochs", "2"));

    assertThat(model.resolve(CHECKPOINT)).doesNotExist();
    assertThat(model.resolve("bundle.zip")).exists();
  }

  @Test
  void resumingWithOtherSettingsIsRejected() {
    Path model = folder.resolve("model");
    Path checkpoints = folder.resolve("checkpoints");
    commands.succeed(train(model, "--epochs", "1", "--checkpoints", checkpoints));

    int code =
        commands.run(
            train(
                model,
                "--epochs",
                "2",
                "--batch-size",
                "4",
                "--checkpoints",
                checkpoints,
                "--resume"));

    assertThat(code).isEqualTo(1);
    assertThat(commands.err())
        .contains("batchSize: 64 instead of 4")
        .contains("checkpoint.safetensors");
  }

  @Test
  void resumingWithoutACheckpointIsRejected() {
    assertThat(commands.run(train(folder.resolve("model"), "--resume"))).isEqualTo(1);
    assertThat(commands.err()).contains("checkpoint.safetensors");
  }

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143"})
  @Timeout(300)
  void signalStopsATrainingAndKeepsItsBestEpoch(String signal, int exitCode) throws Exception {
    assumeTrue(
        !signal.equals("INT") || receivesInterrupts(),
        "the build runs in the background, where SIGINT is ignored (run it in the foreground)");
    Path model = folder.resolve("model");
    Process process = start(train(model, "--epochs", "1000000", "--patience", "1000000"));
    List<String> lines = new ArrayList<>();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        lines.add(line);
        if (line.startsWith("epoch 2:")) {
          new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
        }
      }
      assertThat(process.waitFor()).as(String.join("\n", lines)).isEqualTo(exitCode);
    } finally {
      process.destroyForcibly();
    }

    assertThat(lines)
        .anyMatch(line -> line.startsWith("stopping after this batch"))
        .anyMatch(line -> line.contains("was the best"))
        .anyMatch(line -> line.contains("--resume"));
    assertThat(bundle(model).manifest().training()).containsEntry("finished", "false");
    assertThat(model.resolve(CHECKPOINT)).exists();
  }

  @Test
  void clippingByNormAndByValueExcludeEachOther() {
    assertThat(commands.run(train(folder, "--clip-norm", "1", "--clip-value", "1"))).isEqualTo(2);
    assertThat(commands.err()).contains("--clip-norm", "--clip-value");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--clip-norm|large|--clip-norm must be a number or none, was large",
        "--class-weights|0:1.0,0:2.0|was 0:1.0,0:2.0",
        "--class-weights|positive:2|was positive:2",
        "--recurrent-dropout|1|recurrent dropout: 1.0"
      })
  void settingsOutOfRangeAreRejected(String option, String value, String message) {
    assertThat(commands.run(train(folder.resolve("model"), option, value))).isEqualTo(2);
    assertThat(commands.err()).contains(message);
  }

  @Test
  void settingsAreRecordedInTheBundle() {
    Path model = folder.resolve("model");

    commands.succeed(
        train(
            model,
            "--epochs",
            "1",
            "--optimizer",
            "rmsprop",
            "--clip-norm",
            "none",
            "--class-weights",
            "0:1.0,1:2.0",
            "--learning-rate-schedule",
            "cosine",
            "--input-dropout",
            "0.1",
            "--recurrent-dropout",
            "0.2"));

    assertThat(bundle(model).manifest().training())
        .containsEntry("optimizer", "rmsprop")
        .doesNotContainKeys("clipNorm", "clipValue")
        .containsEntry("classWeights", "0:1.0,1:2.0")
        .containsEntry("learningRateSchedule", "cosine")
        .containsEntry("inputDropout", "0.1")
        .containsEntry("recurrentDropout", "0.2");
  }

  private Object[] train(Path model, Object... more) {
    Stream<Object> common =
        Stream.of(
            "train",
            "--data",
            reviews,
            "--out",
            model,
            "--cell",
            "gru",
            "--units",
            "4",
            "--embedding-dim",
            "4",
            "--workers",
            "2",
            "--progress",
            "lines");
    return Stream.concat(common, Arrays.stream(more)).toArray();
  }

  private static Process start(Object[] arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(ModelTrainer.class.getName());
    Arrays.stream(arguments).map(Object::toString).forEach(command::add);
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  /** Returns whether child processes receive SIGINT; those of a background job ignore it. */
  private static boolean receivesInterrupts() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.isReadable(status)) {
      return true;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("SigIgn:"))
        .mapToLong(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
        .noneMatch(ignored -> (ignored & SIGINT) != 0);
  }

  private static Bundle bundle(Path model) {
    return BundleReader.read(model).bundle();
  }
}
