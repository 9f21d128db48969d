package io.sentimentstreams.benchmarks.engine;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.sentimentstreams.model.network.Model;
import io.sentimentstreams.trainer.onnx.OnnxExport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/** ONNX Runtime on the exported model. */
final class OnnxEngine implements Engine {

  private final Contestant contestant;
  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;

  /**
   * Exports the model and loads it.
   *
   * @param threads number of threads per call
   */
  OnnxEngine(Contestant contestant, Model model, int threads) {
    this.contestant = contestant;
    try {
      Path file = Files.createTempFile("sentiment-streams-", ".onnx");
      try {
        OnnxExport.write(model, file);
        session = load(file, threads);
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the exported model to a temporary file", e);
    }
  }

  private OrtSession load(Path file, int threads) {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(threads);
      options.setInterOpNumThreads(1);
      options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
      return environment.createSession(file.toString(), options);
    } catch (OrtException e) {
      throw new PeerFailedException(
          "ONNX Runtime cannot load the exported model: " + e.getMessage(), e);
    }
  }

  @Override
  public Contestant contestant() {
    return contestant;
  }

  @Override
  public SequenceScorer newScorer() {
    return new SessionScorer();
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new PeerFailedException("ONNX Runtime cannot close its session: " + e.getMessage(), e);
    }
  }

  /** Scorer that passes sequences in reused memory. */
  private final class SessionScorer implements SequenceScorer {

    private LongBuffer ids = directLongs(1024);

    @Override
    public void score(int[][] sequences, double[] scores) {
      int longest = Arrays.stream(sequences).mapToInt(ids -> ids.length).max().orElse(0);
      int steps = Math.max(1, longest);
      fill(sequences, steps);
      long[] shape = {sequences.length, steps};
      try (OnnxTensor input = OnnxTensor.createTensor(environment, ids, shape);
          OrtSession.Result result = session.run(Map.of(OnnxExport.INPUT, input))) {
        float[][] output = (float[][]) result.get(0).getValue();
        for (int i = 0; i < sequences.length; i++) {
          scores[i] = output[i][0];
        }
      } catch (OrtException e) {
        throw new PeerFailedException("ONNX Runtime cannot run the model: " + e.getMessage(), e);
      }
    }

    private void fill(int[][] sequences, int steps) {
      int size = Math.multiplyExact(sequences.length, steps);
      if (ids.capacity() < size) {
        ids = directLongs(size);
      }
      ids.clear();
      for (int[] sequence : sequences) {
        for (int id : sequence) {
          ids.put(id);
        }
        for (int t = sequence.length; t < steps; t++) {
          ids.put(0);
        }
      }
      ids.flip();
    }

    private static LongBuffer directLongs(int capacity) {
      return ByteBuffer.allocateDirect(Math.multiplyExact(capacity, Long.BYTES))
          .order(ByteOrder.nativeOrder())
          .asLongBuffer();
    }
  }
}
