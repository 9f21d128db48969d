package io.sentimentstreams.benchmarks.corpus;

import io.sentimentstreams.benchmarks.corpus.PythonPeer.Measured;
import io.sentimentstreams.benchmarks.engine.Contestant;
import io.sentimentstreams.benchmarks.engine.Engine;
import io.sentimentstreams.benchmarks.engine.ScoreComparison;
import io.sentimentstreams.benchmarks.engine.UnmaskedModel;
import io.sentimentstreams.benchmarks.result.Origin;
import io.sentimentstreams.benchmarks.result.Quartiles;
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

/** Benchmark that scores a corpus in every mode, in turns. */
public final class CorpusBenchmark {

  private static final int BATCH = 32;

  /** Our engine groups sequences of similar length itself, so large batches are faster. */
  private static final int LARGE_BATCH = 256;

  private final Bundle bundle;
  private final Reviews reviews;
  private final int[][] sequences;
  private final PrintWriter progress;

  /**
   * Encodes a corpus. The time for it counts only in modes that score from the text.
   *
   * @param bundle model
   * @param progress writer for progress
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
   * Measures all modes.
   *
   * @param passes number of passes per mode
   * @param python engines in Python
   */
  public CorpusResult measure(Origin origin, int passes, List<PythonPeer> python) {
    Map<ScoringMode, double[]> seconds = new LinkedHashMap<>();
    Map<ScoringMode, Double> differences = new LinkedHashMap<>();
    List<ScoringMode> ways = ways(origin.machine().cores());
    double[] expected = new double[0];
    for (int pass = 0; pass < passes; pass++) {
      for (ScoringMode way : ways) {
        progress.printf(
            "pass %d of %d: %s, %s, %d threads%n",
            pass + 1, passes, way.contestant().label(), way.label(), way.threads());
        double[] scores = new double[sequences.length];
        double took = go(way, scores, origin.quick());
        if (expected.length == 0) {
          expected = scores;
        }
        seconds.computeIfAbsent(way, one -> new double[passes])[pass] = took;
        differences.put(way, ScoreComparison.require(way.contestant().label(), expected, scores));
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

  private static List<ScoringMode> ways(int cores) {
    List<ScoringMode> ways = new ArrayList<>();
    ways.add(ScoringMode.oneByOne(Contestant.OURS, 1));
    ways.add(new ScoringMode(Contestant.OURS_BATCHED, BATCH, false, false, 1));
    ways.add(new ScoringMode(Contestant.OURS_BATCHED, LARGE_BATCH, false, false, 1));
    ways.add(new ScoringMode(Contestant.OURS, 1, false, true, 1));
    ways.add(ScoringMode.oneByOne(Contestant.ONNX_RUNTIME, 1));
    ways.add(new ScoringMode(Contestant.ONNX_RUNTIME, BATCH, false, false, 1));
    ways.add(ScoringMode.sorted(Contestant.ONNX_RUNTIME, BATCH, 1));
    if (cores > 1) {
      ways.add(ScoringMode.oneByOne(Contestant.OURS, cores));
      ways.add(new ScoringMode(Contestant.OURS_BATCHED, LARGE_BATCH, false, false, cores));
      ways.add(ScoringMode.oneByOne(Contestant.ONNX_RUNTIME, cores));
      ways.add(ScoringMode.sorted(Contestant.ONNX_RUNTIME, BATCH, cores));
    }
    return ways;
  }

  private double go(ScoringMode way, double[] scores, boolean byProcessor) {
    int[] lengths = Arrays.stream(sequences).mapToInt(ids -> ids.length).toArray();
    CorpusPass pass = new CorpusPass(lengths, way.batch(), way.sorted());
    if (way.fromText()) {
      double took = pass.run(this::textWork, way.threads(), byProcessor);
      System.arraycopy(pass.scores(), 0, scores, 0, scores.length);
      return took;
    }
    try (Engine engine = way.contestant().open(model(way), way.threads())) {
      Supplier<CorpusPass.Work> work = CorpusPass.of(engine, sequences);
      warmUp(work, lengths, way);
      double took = pass.run(work, way.threads(), byProcessor);
      System.arraycopy(pass.scores(), 0, scores, 0, scores.length);
      return took;
    }
  }

  private Model model(ScoringMode way) {
    boolean bare = way.batch() == 1 && !way.contestant().isOurs();
    return bare ? UnmaskedModel.model(bundle.model()) : bundle.model();
  }

  private void warmUp(Supplier<CorpusPass.Work> work, int[] lengths, ScoringMode way) {
    int some = Math.min(lengths.length, Math.max(10 * BATCH, lengths.length / 20));
    new CorpusPass(Arrays.copyOf(lengths, some), way.batch(), way.sorted()).run(work, 1, false);
  }

  private CorpusPass.Work textWork() {
    TextScorer scorer = bundle.newScorer();
    return (places, scores) -> {
      for (int place : places) {
        scores[place] = scorer.score(reviews.texts().get(place)).score();
      }
    };
  }

  private CorpusRow row(ScoringMode way, double[] seconds, double difference) {
    return new CorpusRow(
        way.contestant().label(),
        way.label(),
        way.threads(),
        way.contestant().isOurs(),
        way.fromText(),
        perSecond(seconds),
        difference);
  }

  private Quartiles perSecond(double[] seconds) {
    return Quartiles.of(Arrays.stream(seconds).map(took -> sequences.length / took).toArray());
  }

  private List<CorpusRow> measure(PythonPeer peer, double[] expected, List<String> skipped) {
    progress.println("asking " + peer.label());
    List<CorpusRow> rows = new ArrayList<>();
    PythonPeer.Answer answer = peer.measure(bundle, sequences);
    answer.skipped().ifPresent(why -> skipped.add(peer.label() + " skipped: " + why));
    for (Measured one : answer.measured()) {
      rows.add(
          new CorpusRow(
              peer.label(),
              one.how(),
              one.threads(),
              false,
              false,
              perSecond(one.seconds()),
              ScoreComparison.require(peer.label(), expected, one.scores())));
    }
    return rows;
  }
}
