package io.sentimentstreams.benchmarks.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.sentimentstreams.model.bundle.Bundle;
import io.sentimentstreams.model.bundle.BundleReader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class LanguageBenchmarkTest {

  @Test
  void eachCaseIsMeasuredOnTheSameTexts() {
    Bundle bundle = BundleReader.read(Path.of("../models/imdb-default")).bundle();
    Reviews reviews =
        new Reviews(
            "two texts",
            List.of(
                "This was the worst movie that I have seen in a long time.",
                "Das war der schlechteste Film des Jahres."));

    List<LanguageBenchmark.Row> rows =
        new LanguageBenchmark(bundle, reviews)
            .measure(
                List.of(
                    new LanguageBenchmark.Case("any", List.of("*"), ""),
                    new LanguageBenchmark.Case("script", List.of("en", "ko"), "")));

    assertThat(rows).extracting(LanguageBenchmark.Row::answered).containsExactly(1.0, 0.5);
    assertThat(rows.get(0).added().median()).isZero();
    assertThat(rows).allMatch(row -> row.micros().median() > 0);
  }
}
