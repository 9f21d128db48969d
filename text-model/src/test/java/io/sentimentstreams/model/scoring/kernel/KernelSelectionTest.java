package io.sentimentstreams.model.scoring.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which kernels a process gets, in processes of their own: the choice is made once in each. */
class KernelSelectionTest {

  @Test
  void vectorsAreTakenWhereTheModuleIsLoaded() throws Exception {
    assertThat(scoring("--add-modules", KernelSelection.MODULE))
        .anyMatch(line -> line.matches("kernels: vectors of \\d+ bits"))
        .noneMatch(line -> line.contains("Chose the"));
  }

  @Test
  void withoutTheModuleScoringIsScalarAndSaysSoOnce() throws Exception {
    assertThat(scoring())
        .contains("kernels: scalar")
        .filteredOn(line -> line.contains("Chose the"))
        .singleElement()
        .asString()
        .contains("kernels=scalar", "start java with --add-modules jdk.incubator.vector");
  }

  @Test
  void theWidthOfTheVectorsCanBeSet() throws Exception {
    assertThat(
            scoring(
                "--add-modules",
                KernelSelection.MODULE,
                "-D" + KernelSelection.VECTOR_BITS + "=128"))
        .contains("kernels: vectors of 128 bits");
  }

  /** Scores with two models in a process started with some options; returns what it printed. */
  private static List<String> scoring(String... options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), ScoringProgram.class.getName()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(printed).isZero();
    return printed.lines().toList();
  }
}
