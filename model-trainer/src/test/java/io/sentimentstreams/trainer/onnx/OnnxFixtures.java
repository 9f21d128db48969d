package io.sentimentstreams.trainer.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** ONNX models of PyTorch from {@code src/test/python/torch_models.py}. */
public final class OnnxFixtures {

  private static final String MODEL = ".onnx";
  private static final String SAMPLES = ".samples.jsonl";

  private OnnxFixtures() {}

  /** Returns the names of all models with sample scores. */
  public static List<String> models() {
    try (Stream<Path> files = Files.list(file("vocabulary.json").resolveSibling("."))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(SAMPLES))
          .map(name -> name.substring(0, name.length() - SAMPLES.length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns a file. */
  public static Path file(String name) {
    try {
      return Path.of(
          Objects.requireNonNull(OnnxFixtures.class.getResource("/onnx/" + name), name).toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  /** Returns the file of a model. */
  public static Path model(String name) {
    return file(name + MODEL);
  }

  /** Returns PyTorch's scores of a model. */
  public static Path samples(String model) {
    return file(model + SAMPLES);
  }

  /** Writes a changed copy of a model. */
  public static Path edited(Path folder, Path model, Consumer<ModelProto.Builder> change)
      throws IOException {
    ModelProto.Builder onnx = ModelProto.parseFrom(Files.readAllBytes(model)).toBuilder();
    change.accept(onnx);
    return Files.write(folder.resolve("edited.onnx"), onnx.build().toByteArray());
  }
}
