package io.sentimentstreams.trainer.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import io.sentimentstreams.model.bundle.Bundle;
import io.sentimentstreams.model.bundle.LoadedBundle;
import io.sentimentstreams.model.bundle.Manifest;
import io.sentimentstreams.model.network.Model;
import io.sentimentstreams.model.text.SequenceSettings;
import io.sentimentstreams.trainer.file.AtomicFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Writes networks for ONNX runtimes, in operator set {@value #OPERATOR_SET} and IR version {@value
 * #IR_VERSION}.
 *
 * <p>The graph has one input, {@value #INPUT}: int64, batch x steps, both at least 1, token indices
 * from 0 to below the embedding's {@code inputDim}. It has one output, {@value #OUTPUT}: float,
 * batch x units of the last layer; with one unit that is P(positive), 0 to 1. Where the embedding
 * masks zeros, sequences of a batch may be of unequal length and filled up with zeros at either
 * end: zeros are left out wherever they stand, and a row of zeros alone is the empty sequence.
 * Where it does not, zeros are tokens, and a sequence must be given as many as in training.
 */
public final class OnnxExport {

  /** The input: token indices, int64, batch x steps. */
  public static final String INPUT = "ids";

  /** The output: float, batch x units of the last layer. */
  public static final String OUTPUT = "scores";

  /** The version of ONNX's operators, of 2022. */
  public static final int OPERATOR_SET = 17;

  /** The version of ONNX's file format that belongs to the operators. */
  public static final int IR_VERSION = 8;

  private static final long MAX_FILE = Integer.MAX_VALUE - (1L << 20);

  private OnnxExport() {}

  /**
   * Writes a network alone. The file appears whole or not at all.
   *
   * @param file where; its folder must exist
   * @throws IllegalArgumentException if the weights take more than the 2 GB of an ONNX file
   * @throws UncheckedIOException if it cannot be written
   */
  public static void write(Model model, Path file) {
    write(model, Map.of(), file);
  }

  /**
   * Writes a bundle's network, and what else the bundle says as the file's metadata properties:
   * {@code name}, {@code version}, {@code sha256}, {@code labels}, {@code threshold}, {@code
   * maxLength}, {@code padding}, {@code truncating}, {@code analyzer} and {@code tokenizer}, which
   * says where the vocabulary is.
   *
   * @param file where; its folder must exist
   * @throws IllegalArgumentException if the weights take more than the 2 GB of an ONNX file
   * @throws UncheckedIOException if it cannot be written
   */
  public static void write(LoadedBundle loaded, Path file) {
    write(loaded.bundle().model(), properties(loaded), file);
  }

  private static Map<String, String> properties(LoadedBundle loaded) {
    Bundle bundle = loaded.bundle();
    Manifest manifest = bundle.manifest();
    SequenceSettings text = manifest.text();
    Map<String, String> properties = new TreeMap<>();
    properties.put("name", manifest.name());
    properties.put("version", manifest.version());
    properties.put("sha256", loaded.sha256());
    properties.put("labels", String.join(",", manifest.labels()));
    properties.put("threshold", Double.toString(manifest.threshold()));
    properties.put("maxLength", Integer.toString(text.maxLength()));
    properties.put("padding", lowerCase(text.padding()));
    properties.put("truncating", lowerCase(text.truncating()));
    properties.put("analyzer", lowerCase(text.analyzer()));
    properties.put(
        "tokenizer", "tokenizer.json in the bundle; Keras' tokenizer_from_json reads it");
    return properties;
  }

  private static String lowerCase(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT);
  }

  private static void write(Model model, Map<String, String> properties, Path file) {
    requireRoom(model);
    ModelProto onnx = onnx(model, properties);
    try {
      AtomicFile.write(
          file,
          channel -> {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel));
            onnx.writeTo(out);
            out.flush();
          });
    } catch (IOException e) {
      throw new UncheckedIOException(
          "%s cannot be written (%s); check the path and its permissions".formatted(file, e), e);
    }
  }

  private static void requireRoom(Model model) {
    long bytes = Math.multiplyExact(model.network().parameterCount(), Float.BYTES);
    if (bytes > MAX_FILE) {
      throw new IllegalArgumentException(
          "the weights take %d bytes, an ONNX file at most %d".formatted(bytes, MAX_FILE));
    }
  }

  private static ModelProto onnx(Model model, Map<String, String> properties) {
    ModelProto.Builder onnx =
        ModelProto.newBuilder()
            .setIrVersion(IR_VERSION)
            .setProducerName("sentiment-streams")
            .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPERATOR_SET))
            .setGraph(OnnxNetwork.of(model));
    Optional.ofNullable(OnnxExport.class.getPackage().getImplementationVersion())
        .ifPresent(onnx::setProducerVersion);
    properties.forEach(
        (key, value) ->
            onnx.addMetadataProps(StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
    return onnx.build();
  }
}
