package io.sentimentstreams.benchmarks.corpus;

import io.sentimentstreams.benchmarks.result.Quartiles;
import io.sentimentstreams.model.bundle.Bundle;
import io.sentimentstreams.model.text.SequenceSettings;
import io.sentimentstreams.model.text.TextEncoder;
import io.sentimentstreams.model.text.normalize.Normalizer;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;

/**
 * Benchmark of the steps from text to token indices, with each normalizer in turns within a round,
 * so that the load of the machine affects all of them. Times are processor time of the thread.
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
   * Time of one normalizer.
   *
   * @param normalizer normalizer
   * @param micros microseconds for each text
   * @param ratio time divided by the time without a normalizer
   * @param tokens number of tokens of all texts
   */
  public record Row(Normalizer normalizer, Quartiles micros, Quartiles ratio, long tokens) {}

  /** Measures each normalizer, the first without rules. */
  public List<Row> measure(List<Normalizer> normalizers) {
    SequenceSettings settings = bundle.manifest().text();
    List<TextEncoder> encoders =
        normalizers.stream()
            .map(each -> new TextEncoder(bundle.tokenizer(), settings.withNormalizer(each)))
            .toList();
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
              normalizers.get(i),
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
