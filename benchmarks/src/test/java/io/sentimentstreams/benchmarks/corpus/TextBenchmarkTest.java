package io.sentimentstreams.benchmarks.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.sentimentstreams.model.bundle.Bundle;
import io.sentimentstreams.model.bundle.BundleReader;
import io.sentimentstreams.model.text.Analyzer;
import io.sentimentstreams.model.text.normalize.Normalizer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextBenchmarkTest {

  @Test
  void eachNormalizerIsMeasuredOnTheSameTexts() {
    Bundle bundle = BundleReader.read(Path.of("../models/imdb-default")).bundle();
    Reviews reviews = new Reviews("two texts", List.of("A film\u2014good", "a plain text"));

    List<TextBenchmark.Row> rows =
        new TextBenchmark(bundle, reviews)
            .normalizers(List.of(Normalizer.NONE, Normalizer.STANDARD));

    assertThat(rows)
        .extracting(TextBenchmark.Row::name)
        .containsExactly("none", Normalizer.STANDARD.toString());
    assertThat(rows.get(0).ratio().median()).isEqualTo(1);
    assertThat(rows).allMatch(row -> row.micros().median() > 0);
    assertThat(rows).extracting(TextBenchmark.Row::tokens).containsExactly(5L, 6L);
  }

  @Test
  void eachAnalyzerIsMeasuredOnTheSameTexts() {
    Bundle bundle = BundleReader.read(Path.of("../models/imdb-default")).bundle();
    TextBenchmark benchmark =
        new TextBenchmark(bundle, new Reviews("two texts", List.of("映画は好き", "a plain text")));

    List<TextBenchmark.Row> rows =
        benchmark.analyzers(List.of(Analyzer.KERAS, Analyzer.STANDARD, Analyzer.KUROMOJI));

    assertThat(benchmark.characters()).isEqualTo(17);
    assertThat(rows)
        .extracting(TextBenchmark.Row::name)
        .containsExactly("keras", "standard", "kuromoji");
    assertThat(rows).extracting(TextBenchmark.Row::tokens).containsExactly(4L, 8L, 6L);
  }
}
