package io.sentimentstreams.benchmarks.pipeline;

import io.sentimentstreams.benchmarks.engine.BareSequences;
import io.sentimentstreams.model.bundle.Bundle;
import io.sentimentstreams.schemas.ReviewScore;
import io.sentimentstreams.trainer.onnx.OnnxExport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.avro.SchemaNormalization;

/** What the consumer loop in Python needs, and whether it can run here. */
final class PythonLoop {

  /** The exported network in the benchmark's folder. */
  static final String MODEL = "bare.onnx";

  private static final long TIMEOUT_SECONDS = 60;

  private PythonLoop() {}

  /** Exports the network. */
  static void prepare(Bundle bundle, Path folder) {
    OnnxExport.write(BareSequences.model(bundle.model()), folder.resolve(MODEL));
  }

  /** What a score begins with in Avro's single-object encoding, hexadecimal. */
  static String scoreHeader() {
    long fingerprint = SchemaNormalization.parsingFingerprint64(ReviewScore.getClassSchema());
    return "c301" + HexFormat.of().toHexDigits(Long.reverseBytes(fingerprint));
  }

  /** Why it cannot run; empty if it can. */
  static Optional<String> missing(String python) {
    try {
      Process process =
          new ProcessBuilder(python, "-c", "import confluent_kafka, numpy, onnxruntime")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return Optional.of(python + " does not answer");
      }
      return process.exitValue() == 0
          ? Optional.empty()
          : Optional.of(python + " has not both confluent-kafka and onnxruntime");
    } catch (IOException e) {
      return Optional.of("there is no " + python + "; name one with --python");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("interrupted");
    }
  }
}
