package io.sentimentstreams.benchmarks.pipeline;

import io.sentimentstreams.benchmarks.engine.UnmaskedModel;
import io.sentimentstreams.model.bundle.Bundle;
import io.sentimentstreams.schemas.ReviewScore;
import io.sentimentstreams.trainer.onnx.OnnxExport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.avro.SchemaNormalization;

/** Requirements of the consumer loop in Python. */
final class PythonLoop {

  /** Exported network in the folder of the benchmark. */
  static final String MODEL = "bare.onnx";

  private static final long TIMEOUT_SECONDS = 60;

  private PythonLoop() {}

  /** Exports the network. */
  static void prepare(Bundle bundle, Path folder) {
    OnnxExport.write(UnmaskedModel.model(bundle.model()), folder.resolve(MODEL));
  }

  /** Returns the header of a score in Avro's single-object encoding, in hexadecimal. */
  static String scoreHeader() {
    long fingerprint = SchemaNormalization.parsingFingerprint64(ReviewScore.getClassSchema());
    return "c301" + HexFormat.of().toHexDigits(Long.reverseBytes(fingerprint));
  }

  /** Returns the reason why the loop cannot run; empty if it can. */
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
          : Optional.of(python + " needs the packages confluent-kafka and onnxruntime");
    } catch (IOException e) {
      return Optional.of("Python was not found: " + python + ". Set --python.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("interrupted");
    }
  }
}
