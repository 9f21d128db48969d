package io.sentimentstreams.trainer.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sentimentstreams.model.bundle.Bundle;
import io.sentimentstreams.model.bundle.LoadedBundle;
import io.sentimentstreams.model.bundle.Manifest;
import io.sentimentstreams.model.decision.Task;
import io.sentimentstreams.model.file.AtomicFile;
import io.sentimentstreams.model.file.OutputCheck;
import io.sentimentstreams.model.network.Model;
import io.sentimentstreams.model.text.IndexOffsets;
import io.sentimentstreams.model.text.SequenceSettings;
import io.sentimentstreams.model.text.vectorization.TextVectorization;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Export of networks to ONNX, operator set {@value #OPERATOR_SET} and IR version {@value
 * #IR_VERSION}.
 *
 * <p>The input {@value #INPUT} has token indices from 0 to below the embedding's {@code inputDim}:
 * int64, batch x steps, both at least 1. The output {@value #OUTPUT} is float, batch x units of the
 * last layer. With one unit it is P(positive), 0 to 1. If the embedding masks zeros, the sequences
 * of a batch can have unequal lengths and be padded with zeros at either end. Masked zeros are
 * ignored at any position, and a row of zeros is the empty sequence. If the embedding does not mask
 * zeros, zeros are tokens, and sequences must be padded as in training.
 */
public final class OnnxExport {

  /** Name of the input: token indices, int64, batch x steps. */
  public static final String INPUT = "ids";

  /** Name of the output: float, batch x units of the last layer. */
  public static final String OUTPUT = "scores";

  /** Version of the ONNX operator set. */
  public static final int OPERATOR_SET = 17;

  /** Version of the ONNX file format. */
  public static final int IR_VERSION = 8;

  private static final long MAX_FILE_BYTES = Integer.MAX_VALUE - (1L << 20);

  /** Characters that make a list of labels ambiguous. */
  private static final Pattern LABEL_SYNTAX = Pattern.compile("[,\"\\[\\]]");

  private OnnxExport() {}

  /**
   * Writes a network. The file is replaced atomically.
   *
   * @param file target; its folder must exist
   * @throws IllegalArgumentException if the weights exceed the 2 GB limit of ONNX files
   * @throws UncheckedIOException if the file cannot be written
   */
  public static void write(Model model, Path file) {
    write(model, Map.of(), file);
  }

  /**
   * Writes a bundle's network. The bundle's properties become metadata of the file: {@code name},
   * {@code version}, {@code sha256}, {@code task}, {@code labels}, {@code threshold} (of two
   * labels), {@code maxLength}, {@code padding}, {@code truncating}, {@code analyzer}, {@code
   * normalizer} and {@code tokenizer}, the location of the vocabulary. The labels have commas
   * between them; labels with a comma, a quote or a bracket are a JSON array. Index offsets become
   * {@code startId}, {@code indexFrom}, {@code oovId} and {@code numWords}.
   *
   * @param file target; its folder must exist
   * @throws IllegalArgumentException if the weights exceed the 2 GB limit of ONNX files
   * @throws UncheckedIOException if the file cannot be written
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
    properties.put("task", lowerCase(manifest.task()));
    properties.put("labels", labels(manifest.labels()));
    if (manifest.task() == Task.BINARY) {
      properties.put("threshold", Double.toString(manifest.threshold()));
    }
    properties.put("maxLength", Integer.toString(text.maxLength()));
    properties.put("padding", bundle.tokenizer().pads() ? lowerCase(text.padding()) : "none");
    properties.put("truncating", lowerCase(text.truncating()));
    properties.put("analyzer", lowerCase(text.analyzer()));
    text.offsets().ifPresent(offsets -> put(offsets, properties));
    properties.put("normalizer", text.normalizer().toString());
    properties.put(
        "tokenizer",
        bundle.tokenizer() instanceof TextVectorization
            ? "tokenizer.json in the bundle; Keras' TextVectorization.from_config reads its config"
            : "tokenizer.json in the bundle; Keras' tokenizer_from_json reads it");
    return properties;
  }

  private static String labels(List<String> labels) {
    boolean plain = labels.stream().noneMatch(label -> LABEL_SYNTAX.matcher(label).find());
    return plain ? String.join(",", labels) : new JsonMapper().valueToTree(labels).toString();
  }

  private static void put(IndexOffsets offsets, Map<String, String> properties) {
    offsets.startId().ifPresent(id -> properties.put("startId", Integer.toString(id)));
    properties.put("indexFrom", Integer.toString(offsets.indexFrom()));
    offsets.oovId().ifPresent(id -> properties.put("oovId", Integer.toString(id)));
    properties.put("numWords", Integer.toString(offsets.numWords()));
  }

  private static String lowerCase(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT);
  }

  private static void write(Model model, Map<String, String> properties, Path file) {
    requireFits(model);
    ModelProto onnx = onnx(model, properties);
    try {
      AtomicFile.write(
          file,
          channel -> {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel));
            onnx.writeTo(out);
            out.flush();
          },
          part -> requireSame(onnx, part));
    } catch (IOException e) {
      throw OutputCheck.failure(file, e);
    }
  }

  private static void requireSame(ModelProto onnx, Path part) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(part))) {
      if (!ModelProto.parseFrom(in).equals(onnx)) {
        throw new IOException("the written file has another content");
      }
    }
  }

  private static void requireFits(Model model) {
    long bytes = Math.multiplyExact(model.network().parameterCount(), Float.BYTES);
    if (bytes > MAX_FILE_BYTES) {
      throw new IllegalArgumentException(
          "Weights exceed the size of an ONNX file: %d bytes. Use a model with at most %d bytes."
              .formatted(bytes, MAX_FILE_BYTES));
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
