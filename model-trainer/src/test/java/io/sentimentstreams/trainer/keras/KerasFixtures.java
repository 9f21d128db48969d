package io.sentimentstreams.trainer.keras;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Keras models from {@code src/test/python/keras_models.py} and {@code keras_variants.py}. */
public final class KerasFixtures {

  /** Names of all models; each has a file with samples. */
  public static final List<String> MODELS =
      List.of(
          "lstm-masked.keras",
          "lstm-unmasked.h5",
          "gru-reset-after.keras",
          "gru-reset-before.h5",
          "both-mean.keras",
          "both-max.h5",
          "stacked-simple-rnn.keras",
          "keras2-both-mean.h5",
          "keras2-stacked-simple-rnn.keras",
          "flattened.keras");

  /** Models from {@code keras_variants.py} whose scores agree without options. */
  public static final List<String> VARIANTS =
      List.of(
          "activation-layers.keras",
          "activation-calls.keras",
          "activation-calls.h5",
          "more-activations.keras",
          "normalized.keras",
          "training-only.keras",
          "logits.keras",
          "class-logits.h5",
          "backwards.keras",
          "backwards-pooled.h5",
          "backwards-masked.h5",
          "float64.h5",
          "gzip.h5",
          "windows-names.keras",
          "tf213-stacked.keras",
          "tf213-functional.keras",
          "tf214-stacked.keras",
          "tf214-functional.keras");

  /** Models that compute in 16-bit floats, whose rounding changes the scores. */
  public static final List<String> HALF_PRECISION =
      List.of("float16.keras", "mixed-float16.keras", "mixed-bfloat16.keras");

  /** Name of a model whose outputs are logits although its file does not say so. */
  public static final String UNSAID_LOGITS = "unsaid-logits.keras";

  /** Name of a model whose texts have the indices of Keras' {@code imdb.load_data}. */
  public static final String LOAD_DATA = "load-data.keras";

  /** Name of a model with three classes, whose samples have class probabilities. */
  public static final String THREE_CLASSES = "three-classes.keras";

  private KerasFixtures() {}

  /** Returns the file of a model. */
  public static Path file(String name) {
    try {
      return Path.of(
          Objects.requireNonNull(KerasFixtures.class.getResource("/keras/" + name), name).toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  /** Returns Keras' scores of a model. */
  public static Path samples(String model) {
    return file(model + ".samples.jsonl");
  }

  /** Copies a {@code .keras} file with a replaced text in the architecture. */
  static Path edited(Path folder, String model, String from, String to) throws IOException {
    return edited(
        folder,
        model,
        config -> {
          assertThat(config).contains(from);
          return config.replace(from, to);
        });
  }

  /** Copies a {@code .keras} file with a modified architecture. */
  static Path edited(Path folder, String model, UnaryOperator<String> architecture)
      throws IOException {
    Path copy = folder.resolve("edited.keras");
    try (InputStream file = Files.newInputStream(file(model));
        ZipInputStream in = new ZipInputStream(file);
        OutputStream copied = Files.newOutputStream(copy);
        ZipOutputStream out = new ZipOutputStream(copied)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        byte[] bytes = in.readAllBytes();
        out.putNextEntry(new ZipEntry(entry.getName()));
        out.write(
            entry.getName().equals("config.json")
                ? architecture
                    .apply(new String(bytes, StandardCharsets.UTF_8))
                    .getBytes(StandardCharsets.UTF_8)
                : bytes);
      }
    }
    return copy;
  }
}
