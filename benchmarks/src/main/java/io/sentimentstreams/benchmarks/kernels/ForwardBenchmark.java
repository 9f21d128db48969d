package io.sentimentstreams.benchmarks.kernels;

import io.sentimentstreams.benchmarks.engine.Contestant;
import io.sentimentstreams.benchmarks.engine.Engine;
import io.sentimentstreams.benchmarks.engine.SequenceScorer;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** JMH benchmark of one call of one engine. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ForwardBenchmark {

  /** The engine, shared by the threads. */
  @SuppressWarnings("NullAway.Init") // JMH sets the parameters.
  @State(Scope.Benchmark)
  public static class Shared {

    /** Engine. */
    @Param("OURS")
    public Contestant contestant;

    /** Layer. */
    @Param("LSTM")
    public CellKind cell;

    /** Width of the state. */
    @Param("64")
    public int hidden;

    /** Timesteps. */
    @Param("200")
    public int length;

    /** Records per call. */
    @Param("1")
    public int batch;

    /** Number of threads of the measurement. */
    @Param("1")
    public int threads;

    private Engine engine;
    private KernelCase shape;

    /** Prepares the engine. */
    @Setup
    public void open() {
      shape = new KernelCase(cell, hidden, length, batch, threads);
      engine = contestant.open(shape.model(), threads);
    }

    /** Releases the engine. */
    @TearDown
    public void close() {
      engine.close();
    }
  }

  /** Scorer of one thread. */
  @SuppressWarnings("NullAway.Init") // JMH calls the setup method.
  @State(Scope.Thread)
  public static class Caller {

    private static final int BATCHES = 32;

    private SequenceScorer scorer;
    private int[][][] batches;
    private double[] scores;
    private int next;

    /** Creates the input. */
    @Setup
    public void open(Shared shared) {
      scorer = shared.engine.newScorer();
      batches = shared.shape.batches(BATCHES);
      scores = new double[shared.batch];
    }
  }

  /** Scores one batch. */
  @Benchmark
  public double score(Caller caller) {
    caller.scorer.score(caller.batches[caller.next], caller.scores);
    caller.next = (caller.next + 1) % Caller.BATCHES;
    return caller.scores[0];
  }
}
