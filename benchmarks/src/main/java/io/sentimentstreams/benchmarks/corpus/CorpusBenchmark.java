package io.sentimentstreams.benchmarks.corpus;

import io.sentimentstreams.benchmarks.corpus.PythonPeer.Measured;
import io.sentimentstreams.benchmarks.engine.BareSequences;
import io.sentimentstreams.benchmarks.engine.Contestant;
import io.sentimentstreams.benchmarks.engine.Engine;
import io.sentimentstreams.benchmarks.engine.EngineAgreement;
import io.sentimentstreams.benchmarks.result.Origin;
import io.sentimentstreams.benchmarks.result.Spread;
import io.sentimentstreams.model.bundle.Bundle;
import io.sentimentstreams.model.network.Model;
import io.sentimentstreams.model.scoring.NetworkInput;
import io.sentimentstreams.model.scoring.TextScorer;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Scores a corpus in every way, in turns. */
public final class CorpusBenchmark {

  private static final int BATCH = 32;

  /** Ours puts together what is of like length itself, the better the more it is given. */
  private static final int LARGE_BATCH = 256;

  private final Bundle bundle;
  private final Reviews reviews;
  private final int[][] sequences;
  private final PrintWriter progress;

  /**
   * Encodes a corpus, which is no part of what is measured but where it is said.
   *
   * @param bundle the model
   * @param progress is told what is being measured
   */
  public CorpusBenchmark(Bundle bundle, Reviews reviews, PrintWriter progress) {
    this.bundle = bundle;
    this.reviews = reviews;
    this.progress = progress;
    NetworkInput input =
        new NetworkInput(bundle.model().network(), bundle.tokenizer(), bundle.manifest().text());
    sequences = reviews.texts().stream().map(text -> input.read(text).ids()).toArray(int[][]::new);
  }

  /**
   * Measures.
   *
   * @param passes how often each way is gone
   * @param python peers to be asked
   */
  public CorpusResult measure(Origin origin, int passes, List<PythonPeer> python) {
    Map<Way, double[]> seconds = new LinkedHashMap<>();
    Map<Way, Double> differences = new LinkedHashMap<>();
    List<Way> ways = ways(origin.machine().cores());
    double[] expected = new double[0];
    for (int pass = 0; pass < passes; pass++) {
      for (Way way : ways) {
        progress.printf(
            "pass %d of %d: %s, %s, %d threads%n",
            pass + 1, passes, way.contestant().label(), way.label(), way.threads());
        double[] scores = new double[sequences.length];
        double took = go(way, scores, origin.quick());
        if (expected.length == 0) {
          expected = scores;
        }
        seconds.computeIfAbsent(way, one -> new double[passes])[pass] = took;
        differences.put(way, EngineAgreement.require(way.contestant().label(), expected, scores));
      }
    }
    List<CorpusRow> rows = new ArrayList<>();
    seconds.forEach((way, took) -> rows.add(row(way, took, differences.getOrDefault(way, 0.0))));
    List<String> skipped = new ArrayList<>();
    for (PythonPeer peer : python) {
      rows.addAll(measure(peer, expected, skipped));
    }
    return new CorpusResult(
        origin,
        bundle.manifest().name() + " " + bundle.manifest().version(),
        reviews.source(),
        sequences.length,
        Arrays.stream(sequences).mapToInt(ids -> ids.length).average().orElse(0),
        rows,
        skipped);
  }

  private static List<Way> ways(int cores) {
    List<Way> ways = new ArrayList<>();
    ways.add(Way.oneByOne(Contestant.OURS, 1));
    ways.add(new Way(Contestant.OURS_BATCHED, BATCH, false, false, 1));
    ways.add(new Way(Contestant.OURS_BATCHED, LARGE_BATCH, false, false, 1));
    ways.add(new Way(Contestant.OURS, 1, false, true, 1));
    ways.add(Way.oneByOne(Contestant.ONNX_RUNTIME, 1));
    ways.add(new Way(Contestant.ONNX_RUNTIME, BATCH, false, false, 1));
    ways.add(Way.sorted(Contestant.ONNX_RUNTIME, BATCH, 1));
    if (cores > 1) {
      ways.add(Way.oneByOne(Contestant.OURS, cores));
      ways.add(new Way(Contestant.OURS_BATCHED, LARGE_BATCH, false, false, cores));
      ways.add(Way.oneByOne(Contestant.ONNX_RUNTIME, cores));
      ways.add(Way.sorted(Contestant.ONNX_RUNTIME, BATCH, cores));
    }
    return ways;
  }

  private double go(Way way, double[] scores, boolean byProcessor) {
    int[] lengths = Arrays.stream(sequences).mapToInt(ids -> ids.length).toArray();
    Pass pass = new Pass(lengths, way.batch(), way.sorted());
    if (way.fromText()) {
      double took = pass.run(this::textWork, way.threads(), byProcessor);
      System.arraycopy(pass.scores(), 0, scores, 0, scores.length);
      return took;
    }
    try (Engine engine = way.contestant().open(model(way), way.threads())) {
      Supplier<Pass.Work> work = Pass.of(engine, sequences);
      warmUp(work, lengths, way);
      double took = pass.run(work, way.threads(), byProcessor);
      System.arraycopy(pass.scores(), 0, scores, 0, scores.length);
      return took;
    }
  }

  private Model model(Way way) {
    boolean bare = way.batch() == 1 && !way.contestant().isOurs();
    return bare ? BareSequences.model(bundle.model()) : bundle.model();
  }

  private void warmUp(Supplier<Pass.Work> work, int[] lengths, Way way) {
    int some = Math.min(lengths.length, Math.max(10 * BATCH, lengths.length / 20));
    new Pass(Arrays.copyOf(lengths, some), way.batch(), way.sorted()).run(work, 1, false);
  }

  private Pass.Work textWork() {
    TextScorer scorer = bundle.newScorer();
    return (places, scores) -> {
      for (int place : places) {
        scores[place] = scorer.score(reviews.texts().get(place)).score();
      }
    };
  }

  private CorpusRow row(Way way, double[] seconds, double difference) {
    return new CorpusRow(
        way.contestant().label(),
        way.label(),
        way.threads(),
        way.contestant().isOurs(),
        way.fromText(),
        perSecond(seconds),
        difference);
  }

  private Spread perSecond(double[] seconds) {
    return Spread.of(Arrays.stream(seconds).map(took -> sequences.length / took).toArray());
  }

  private List<CorpusRow> measure(PythonPeer peer, double[] expected, List<String> skipped) {
    progress.println("asking " + peer.label());
    List<CorpusRow> rows = new ArrayList<>();
    PythonPeer.Answer answer = peer.measure(bundle, sequences);
    answer.skipped().ifPresent(why -> skipped.add(peer.label() + " is skipped: " + why));
    for (Measured one : answer.measured()) {
      rows.add(
          new CorpusRow(
              peer.label(),
              one.how(),
              one.threads(),
              false,
              false,
              perSecond(one.seconds()),
              EngineAgreement.require(peer.label(), expected, one.scores())));
    }
    return rows;
  }
}
