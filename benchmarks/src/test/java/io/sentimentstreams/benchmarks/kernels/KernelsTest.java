package io.sentimentstreams.benchmarks.kernels;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.sentimentstreams.benchmarks.engine.Contestant;
import io.sentimentstreams.benchmarks.result.Machine;
import io.sentimentstreams.benchmarks.result.Origin;
import io.sentimentstreams.benchmarks.result.Quartiles;
import io.sentimentstreams.benchmarks.result.Results;
import io.sentimentstreams.benchmarks.result.Table;
import io.sentimentstreams.benchmarks.result.Versions;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelsTest {

  private static final KernelCase LSTM = new KernelCase(CellKind.LSTM, 64, 200, 1, 1);

  @Test
  void anLstmsProductsTakeTwoOperationsForEachWeightAndStep() {
    assertThat(LSTM.flop()).isEqualTo(2.0 * 64 * 4 * 64 * 200);
  }

  @Test
  void wordsAreAsFrequentAsInTexts() {
    int[] ids = new KernelCase(CellKind.LSTM, 1, 10_000, 1, 1).batches(1)[0][0];

    assertThat(Arrays.stream(ids)).allMatch(id -> id > 0 && id < KernelCase.VOCABULARY);
    assertThat(Arrays.stream(ids).filter(id -> id < 100).count()).isBetween(4_000L, 5_300L);
  }

  @Test
  void theQuickShapesHoldAllThatIsPromised() {
    List<KernelRow> rows =
        Grid.quick(2).stream().map(shape -> row(shape, Grid.contestants(shape))).toList();

    assertThat(new Targets(rows).table().rows())
        .allSatisfy(row -> assertThat(row.get(row.size() - 1)).isNotEqualTo("-"));
  }

  @Test
  void aFullResultIsReadBackAsItWasWritten(@TempDir Path home) {
    KernelsResult result = result(false);
    Results results = new Results(home);

    results.write(KernelsResult.NAME, result);

    assertThat(results.read(KernelsResult.NAME, KernelsResult.class)).contains(result);
    assertThat(home.resolve("docs/images/kernels.png")).isNotEmptyFile();
  }

  @Test
  void aQuickResultDoesNotReplaceAFullOne(@TempDir Path home) {
    Results results = new Results(home);

    results.write(KernelsResult.NAME, result(true));

    assertThat(results.read(KernelsResult.NAME, KernelsResult.class)).isEmpty();
    assertThat(home.resolve("benchmarks/results/kernels-quick.json")).isNotEmptyFile();
  }

  @Test
  void theSummaryHasOnlyTablesThatCompareSomething() {
    KernelRow large = row(new KernelCase(CellKind.LSTM, 128, 200, 1, 1), List.of(Contestant.OURS));
    KernelsResult result = result(false);
    KernelsResult two =
        new KernelsResult(result.origin(), result.limits(), List.of(result.rows().get(0), large));

    assertThat(two.summary())
        .filteredOn(table -> table.caption().startsWith("By") && !table.rows().isEmpty())
        .extracting(Table::caption)
        .singleElement(as(STRING))
        .startsWith("By width");
  }

  private static KernelsResult result(boolean quick) {
    Origin origin =
        new Origin(
            "2026-01-31T12:00:00Z",
            "./benchmarks/run kernels",
            quick,
            "0123456789ab",
            Machine.here(256),
            Versions.here());
    return new KernelsResult(
        origin, new MachineLimits(80, 20, 30), List.of(row(LSTM, Grid.contestants(LSTM))));
  }

  private static KernelRow row(KernelCase shape, List<Contestant> contestants) {
    Map<Contestant, Quartiles> micros = new EnumMap<>(Contestant.class);
    Map<Contestant, Quartiles> ratios = new EnumMap<>(Contestant.class);
    for (Contestant contestant : contestants) {
      micros.put(contestant, around(contestant.isOurs() ? 100 : 250, 1));
      if (!contestant.isOurs()) {
        ratios.put(contestant, around(2.5, 0.1));
      }
    }
    return new KernelRow(shape, micros, ratios, around(60, 1), around(0.6, 0.1));
  }

  private static Quartiles around(double median, double error) {
    return new Quartiles(median, median - error, median + error);
  }
}
