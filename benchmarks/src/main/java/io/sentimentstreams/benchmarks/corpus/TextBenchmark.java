package io.sentimentstreams.benchmarks.corpus;

import io.sentimentstreams.benchmarks.result.Quartiles;
import io.sentimentstreams.model.bundle.Bundle;
import io.sentimentstreams.model.text.Analyzer;
import io.sentimentstreams.model.text.SequenceSettings;
import io.sentimentstreams.model.text.TextEncoder;
import io.sentimentstreams.model.text.normalize.Normalizer;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;

/**
 * Benchmark of the steps from text to token indices, with each normalizer or analyzer in turns
 * within a round, so that the load of the machine affects all of them. Times are processor time of
 * the thread.
 */
public final class TextBenchmark {

  private static final int ROUNDS = 15;
  private static final int WARM_UPS = 5;
  private static final double NANOS_PER_MICRO = 1e3;

  private final Bundle bundle;
  private final List<String> texts;
  private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();

  /** Creates a benchmark of a bundle's vocabulary. */
  public TextBenchmark(Bundle bundle, Reviews reviews) {
    this.bundle = bundle;
    texts = reviews.texts();
  }

  /**
   * Time of one normalizer or analyzer.
   *
   * @param name name of the normalizer or analyzer
   * @param micros microseconds for each text
   * @param ratio time divided by the time of the first row
   * @param tokens number of tokens of all texts
   */
  public record Row(String name, Quartiles micros, Quartiles ratio, long tokens) {}

  /** Measures each normalizer, the first without rules. */
  public List<Row> normalizers(List<Normalizer> normalizers) {
    SequenceSettings settings = bundle.manifest().text();
    return measure(
        normalizers.stream().map(Normalizer::toString).toList(),
        normalizers.stream().map(settings::withNormalizer).toList());
  }

  /** Measures each analyzer without a normalizer, the first without rules. */
  public List<Row> analyzers(List<Analyzer> analyzers) {
    SequenceSettings settings = bundle.manifest().text().withNormalizer(Normalizer.NONE);
    return measure(
        analyzers.stream().map(Analyzer::displayName).toList(),
        analyzers.stream().map(settings::withAnalyzer).toList());
  }

  /** Returns the number of characters of all texts. */
  public long characters() {
    return texts.stream().mapToLong(String::length).sum();
  }

  private List<Row> measure(List<String> names, List<SequenceSettings> settings) {
    List<TextEncoder> encoders =
        settings.stream().map(each -> new TextEncoder(bundle.tokenizer(), each)).toList();
    double[][] micros = new double[encoders.size()][ROUNDS];
    long[] tokens = new long[encoders.size()];
    for (int round = -WARM_UPS; round < ROUNDS; round++) {
      for (int i = 0; i < encoders.size(); i++) {
        long start = clock.getCurrentThreadCpuTime();
        tokens[i] = encode(encoders.get(i));
        double took = (clock.getCurrentThreadCpuTime() - start) / NANOS_PER_MICRO / texts.size();
        if (round >= 0) {
          micros[i][round] = took;
        }
      }
    }
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < encoders.size(); i++) {
      rows.add(
          new Row(
              names.get(i),
              Quartiles.of(micros[i]),
              Quartiles.ofQuotients(micros[i], micros[0]),
              tokens[i]));
    }
    return rows;
  }

  private long encode(TextEncoder encoder) {
    long tokens = 0;
    for (String text : texts) {
      tokens += encoder.encode(text).tokens();
    }
    return tokens;
  }
}
