package io.sentimentstreams.benchmarks.corpus;

import io.sentimentstreams.benchmarks.result.Quartiles;
import io.sentimentstreams.model.bundle.Bundle;
import io.sentimentstreams.model.language.LanguageChoice;
import io.sentimentstreams.model.language.LanguageRoute;
import io.sentimentstreams.model.language.LanguageRouter;
import io.sentimentstreams.model.language.OpenNlpDetector;
import io.sentimentstreams.model.text.EncodedText;
import io.sentimentstreams.model.text.TextEncoder;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;

/**
 * Benchmark of the selection of a route. Each case includes the steps from text to token indices,
 * and all cases take turns within a round. Times are processor time of the thread.
 */
public final class LanguageBenchmark {

  private static final int ROUNDS = 15;
  private static final int WARM_UPS = 5;
  private static final double NANOS_PER_MICRO = 1e3;

  private final TextEncoder encoder;
  private final List<String> texts;
  private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();

  /** Creates a benchmark of an English bundle. */
  public LanguageBenchmark(Bundle bundle, Reviews reviews) {
    encoder = bundle.encoder();
    texts = reviews.texts();
  }

  /**
   * A way to select a route.
   *
   * @param name of the case
   * @param routes of the router; the texts are English
   * @param tag of all texts; empty for none
   */
  public record Case(String name, List<String> routes, String tag) {

    LanguageRouter router() {
      return new LanguageRouter(
          routes.stream().map(each -> new LanguageRoute(each, List.of())).toList(),
          new OpenNlpDetector());
    }
  }

  /**
   * Time of one case.
   *
   * @param micros microseconds for each text
   * @param added microseconds more than in the first case
   * @param answered share of the texts with a route
   */
  public record Row(Case which, Quartiles micros, Quartiles added, double answered) {}

  /** Measures each case, the first without routing. */
  public List<Row> measure(List<Case> cases) {
    List<LanguageRouter> routers = cases.stream().map(Case::router).toList();
    double[][] micros = new double[cases.size()][ROUNDS];
    int[] answered = new int[cases.size()];
    for (int round = -WARM_UPS; round < ROUNDS; round++) {
      for (int i = 0; i < cases.size(); i++) {
        long start = clock.getCurrentThreadCpuTime();
        answered[i] = route(routers.get(i), cases.get(i).tag());
        double took = (clock.getCurrentThreadCpuTime() - start) / NANOS_PER_MICRO / texts.size();
        if (round >= 0) {
          micros[i][round] = took;
        }
      }
    }
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < cases.size(); i++) {
      double[] added = new double[ROUNDS];
      for (int round = 0; round < ROUNDS; round++) {
        added[round] = micros[i][round] - micros[0][round];
      }
      rows.add(
          new Row(
              cases.get(i),
              Quartiles.of(micros[i]),
              Quartiles.of(added),
              (double) answered[i] / texts.size()));
    }
    return rows;
  }

  private int route(LanguageRouter router, String tag) {
    int answered = 0;
    for (String text : texts) {
      LanguageChoice choice = router.choose(tag, text);
      EncodedText encoded = encoder.encode(text);
      choice = router.confirm(choice, text, encoded.tokens(), encoded.outOfVocabulary());
      answered += choice.route().isPresent() ? 1 : 0;
    }
    return answered;
  }
}
