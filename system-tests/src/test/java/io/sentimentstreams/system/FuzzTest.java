package io.sentimentstreams.system;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sentimentstreams.app.Settings;
import io.sentimentstreams.app.config.InvalidConfigException;
import io.sentimentstreams.model.bundle.BundleReader;
import io.sentimentstreams.model.bundle.Safetensors;
import io.sentimentstreams.model.scoring.TextScorer;
import io.sentimentstreams.model.text.InvalidTokenizerJsonException;
import io.sentimentstreams.model.text.KerasTokenizerJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * Readers of untrusted input return a result or their own type of error within 20 s. Each test uses
 * 1,000 inputs, or {@code -Djqwik.tries.default}. A failure prints the seed of its input.
 */
class FuzzTest {

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final List<String> ARGUMENTS =
      List.of(
          "--bootstrap-servers",
          "--bundle",
          "--threads",
          "--kafka",
          "--http-port",
          "--abstain-band-low",
          "sasl.jaas.config=x",
          "0.5",
          "7");

  private static final byte[] TOKENIZER = FuzzedBundle.sample("tokenizer.json");
  private static final byte[] WEIGHTS = FuzzedBundle.sample("weights.safetensors");
  private static final Path FOLDER = folder();
  private static final Path FILE = FOLDER.resolve("fuzzed.properties");
  private static final TextScorer SCORER =
      BundleReader.read(TinyBundle.write(FOLDER)).bundle().newScorer();

  @AfterContainer
  static void removeFolder() throws IOException {
    try (var files = Files.list(FOLDER)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(FOLDER);
  }

  @Property
  void recordIsDecodedOrRejected(@ForAll long seed) throws IOException {
    Mutations mutations = new Mutations(seed);
    byte[] bytes = seed % 4 == 0 ? mutations.any(300) : mutations.of(FuzzedAvro.sample());
    soon(() -> FuzzedAvro.fuzzerTestOneInput(bytes));
  }

  @Property
  void textIsScored(@ForAll long seed) throws IOException {
    byte[] bytes = new Mutations(seed).any(2_000);
    String text = new String(bytes, seed % 2 == 0 ? UTF_8 : ISO_8859_1);
    soon(() -> assertThat(SCORER.score(text).score()).isBetween(0.0, 1.0));
  }

  @Property
  void fileIsReadAsBundleOrRejected(@ForAll long seed) throws IOException {
    Mutations mutations = new Mutations(seed);
    byte[] bytes = seed % 4 == 0 ? mutations.any(2_000) : mutations.of(FuzzedBundle.sample());
    soon(() -> FuzzedBundle.read(bytes));
  }

  /** The checksums are valid, so that the parts are read. */
  @Property
  void bundleWithAnyPartIsReadOrRejected(@ForAll long seed) throws IOException {
    String part = FuzzedBundle.PARTS.get(Math.floorMod(seed, FuzzedBundle.PARTS.size()));
    byte[] content = new Mutations(seed).of(FuzzedBundle.sample(part));
    soon(() -> FuzzedBundle.readWith(part, content));
  }

  @Property
  void tokenizerIsReadOrRejected(@ForAll long seed) throws IOException {
    Mutations mutations = new Mutations(seed);
    byte[] bytes = seed % 4 == 0 ? mutations.any(500) : mutations.of(TOKENIZER);
    soon(
        () -> {
          try {
            KerasTokenizerJson.read(new String(bytes, UTF_8)).sequence("word1 word2");
          } catch (InvalidTokenizerJsonException refused) {
            assertThat(refused.getMessage()).isNotBlank();
          }
        });
  }

  @Property
  void tensorsAreReadOrRejected(@ForAll long seed) throws IOException {
    Mutations mutations = new Mutations(seed);
    byte[] bytes = seed % 4 == 0 ? mutations.any(500) : mutations.of(WEIGHTS);
    soon(
        () -> {
          try {
            assertThat(Safetensors.read(bytes)).isNotNull();
          } catch (IOException refused) {
            assertThat(refused.getMessage()).isNotBlank();
          }
        });
  }

  @Property
  void settingsAreReadOrRejected(@ForAll long seed) throws IOException {
    Mutations mutations = new Mutations(seed);
    byte[] file =
        mutations.of(
            "bootstrap.servers=k:1\nbundle=b.zip\nthreads=2\nkafka.a=${env:PATH}\n"
                .getBytes(UTF_8));
    Files.write(FILE, file);
    SplittableRandom random = new SplittableRandom(seed);
    String[] arguments =
        random
            .ints(random.nextInt(6), 0, ARGUMENTS.size())
            .mapToObj(i -> random.nextInt(9) == 0 ? text(mutations) : ARGUMENTS.get(i))
            .toArray(String[]::new);
    String[] all = Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "--config";
    all[arguments.length + 1] = FILE.toString();
    Map<String, String> environment = Map.of("KAFKA_SASL_JAAS_CONFIG", text(mutations));
    soon(
        () -> {
          try {
            assertThat(Settings.read(environment, all).toString()).doesNotContain("\n");
          } catch (InvalidConfigException refused) {
            assertThat(refused.errors()).isNotEmpty();
          }
        });
  }

  private static String text(Mutations mutations) {
    return new String(mutations.any(60), UTF_8);
  }

  private static void soon(Reading reading) throws IOException {
    long start = System.nanoTime();
    reading.run();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
  }

  private interface Reading {
    void run() throws IOException;
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("fuzz");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
