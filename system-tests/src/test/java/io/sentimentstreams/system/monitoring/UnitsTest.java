package io.sentimentstreams.system.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitsTest {

  @ParameterizedTest
  @CsvSource({
    "0.0000125, s, 12.5 µs",
    "0.25, s, 250 ms",
    "0, s, 0 s",
    "59.96, s, 60 s",
    "90, s, 1.5 min",
    "7200, s, 2 h",
    "12, ms, 12 ms",
    "0.056, percentunit, 5.6 %",
    "1536, bytes, 1.5 KiB",
    "1500000, Bps, 1.5 MB/s",
    "12345, short, 12.3 k",
    "0.05, none, 0.05",
    "4.25, cps, 4.3 /s",
  })
  void valuesAreRounded(double value, String unit, String expected) {
    assertThat(Units.format(value, unit)).isEqualTo(expected);
  }
}
