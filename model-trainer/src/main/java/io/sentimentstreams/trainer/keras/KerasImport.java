package io.sentimentstreams.trainer.keras;

import io.sentimentstreams.model.file.ReadProblem;
import io.sentimentstreams.trainer.keras.KerasModel.Predictions;
import io.sentimentstreams.trainer.keras.KerasModel.Translation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Import of models from Keras 2 and 3: {@code .keras} files and {@code .h5} files of complete
 * models. Files are untrusted: sizes and shapes are checked before reading, and nothing is unpacked
 * to disk. Models that would not have the same scores as in Keras are rejected.
 */
public final class KerasImport {

  private KerasImport() {}

  /**
   * Reads a model.
   *
   * @param file a file that {@code model.save} wrote
   * @throws InvalidKerasModelException if the file cannot be read or the model is not supported
   */
  public static KerasModel read(Path file) {
    return read(file, false, Optional.empty());
  }

  /**
   * Reads a model.
   *
   * @param file a file that {@code model.save} wrote
   * @param logits whether the outputs are logits although the file does not say so
   * @param vocabulary vocabulary of the model's {@code TextVectorization}; empty for that of the
   *     file
   * @throws InvalidKerasModelException if the file cannot be read or the model is not supported
   */
  public static KerasModel read(Path file, boolean logits, Optional<List<String>> vocabulary) {
    try (KerasFile keras = KerasFile.open(file)) {
      KerasVectorization texts = KerasVectorization.of(keras.architecture(), file, vocabulary);
      KerasTopology topology = KerasTopology.of(texts.architecture());
      KerasAssembly assembly = new KerasAssembly(new KerasWeights(keras));
      KerasNetwork network = new KerasNetwork(assembly, topology.steps());
      topology.layers().forEach(network::add);
      KerasOutput wanted = logits ? KerasOutput.LOGITS : KerasOutput.PROBABILITIES;
      KerasOutput output = KerasOutput.complete(assembly, wanted, keras.compilation());
      KerasPrecision precision = assembly.precision();
      if (precision != KerasPrecision.FLOAT32) {
        assembly.note("Keras computes in %s, the bundle in float32".formatted(precision.dtype()));
      }
      return new KerasModel(
          assembly.model(),
          topology.steps(),
          keras.version(),
          new Translation(assembly.ignored(), assembly.notes()),
          new Predictions(output, precision.tolerance()),
          sha256(file),
          texts.layer());
    } catch (UnsupportedKerasModelException e) {
      throw new InvalidKerasModelException(file, e);
    } catch (IOException e) {
      ReadProblem problem = ReadProblem.of(e);
      throw new InvalidKerasModelException(file, problem.reason(), problem.remedy(), e);
    } catch (RuntimeException e) {
      // The HDF5 library throws various exceptions for corrupt files.
      throw new InvalidKerasModelException(
          file, "the file is damaged or incomplete", "Save the model again", e);
    }
  }

  private static String sha256(Path file) throws IOException {
    return new DigestUtils("SHA-256").digestAsHex(file);
  }
}
