package io.sentimentstreams.system;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sentimentstreams.bundle.BundleReader;
import io.sentimentstreams.bundle.BundleRejected;
import io.sentimentstreams.bundle.Safetensors;
import io.sentimentstreams.config.InvalidSettings;
import io.sentimentstreams.config.SettingsSources;
import io.sentimentstreams.schemas.ReviewEvent;
import io.sentimentstreams.scoring.TextScorer;
import io.sentimentstreams.text.KerasTokenizerJson;
import io.sentimentstreams.text.TokenizerJsonRejected;
import io.sentimentstreams.wire.RecordDecoder;
import io.sentimentstreams.wire.RecordEncoder;
import io.sentimentstreams.wire.UndecodableRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * Whatever is given to the readers of untrusted input, they answer soon with a result or with an
 * error of their own type. A thousand inputs each; as many as {@code -Djqwik.tries.default} says.
 * Each input is made of a number, which a failure prints.
 */
class FuzzTest {

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final String SUMS = "SHA256SUMS";
  private static final List<String> ARGUMENTS =
      List.of(
          "--bootstrap-servers",
          "--bundle",
          "--threads",
          "--kafka",
          "--http-port",
          "--uncertain-band-low",
          "sasl.jaas.config=x",
          "0.5",
          "7");

  private static final Path FOLDER = folder();
  private static final Path ZIP = FOLDER.resolve("fuzzed.zip");
  private static final Path FILE = FOLDER.resolve("fuzzed.properties");
  private static final byte[] WHOLE_ZIP = bundle();
  private static final Map<String, byte[]> ENTRIES = entries(WHOLE_ZIP);
  private static final TextScorer SCORER = BundleReader.read(ZIP).bundle().newScorer();
  private static final RecordDecoder<ReviewEvent> DECODER = RecordDecoder.of(ReviewEvent.class);
  private static final byte[] RECORD =
      RecordEncoder.of(ReviewEvent.class)
          .encode(
              new ReviewEvent(
                  "r1", "film", "word1 \u00e9 word2", "en", null, Instant.ofEpochMilli(7)));

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
  void aRecordIsDecodedOrUndecodable(@ForAll long seed) {
    Mutations mutations = new Mutations(seed);
    byte[] bytes = seed % 4 == 0 ? mutations.any(300) : mutations.of(RECORD);
    soon(
        () -> {
          try {
            assertThat(DECODER.decode(bytes).getText()).isNotNull();
          } catch (UndecodableRecord refused) {
            assertThat(refused.reason()).isNotNull();
          }
        });
  }

  @Property
  void aTextIsScored(@ForAll long seed) {
    byte[] bytes = new Mutations(seed).any(2_000);
    String text = new String(bytes, seed % 2 == 0 ? UTF_8 : ISO_8859_1);
    soon(() -> assertThat(SCORER.score(text).score()).isBetween(0.0, 1.0));
  }

  @Property
  void aFileIsABundleOrRejected(@ForAll long seed) throws IOException {
    Mutations mutations = new Mutations(seed);
    readBundle(seed % 4 == 0 ? mutations.any(2_000) : mutations.of(WHOLE_ZIP));
  }

  /** Its checksums are right, so that the parts themselves are looked at. */
  @Property
  void aBundleOfAnyPartIsReadOrRejected(@ForAll long seed) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>(ENTRIES);
    List<String> parts =
        List.of("manifest.json", "tokenizer.json", "weights.safetensors", "golden.jsonl");
    String part = parts.get(Math.floorMod(seed, parts.size()));
    entries.put(part, new Mutations(seed).of(part(part)));
    entries.put(SUMS, checksums(entries));
    readBundle(zip(entries));
  }

  @Property
  void aTokenizerIsReadOrRejected(@ForAll long seed) {
    Mutations mutations = new Mutations(seed);
    byte[] bytes = seed % 4 == 0 ? mutations.any(500) : mutations.of(part("tokenizer.json"));
    soon(
        () -> {
          try {
            KerasTokenizerJson.read(new String(bytes, UTF_8)).sequence("word1 word2");
          } catch (TokenizerJsonRejected refused) {
            assertThat(refused.getMessage()).isNotBlank();
          }
        });
  }

  @Property
  void tensorsAreReadOrRefused(@ForAll long seed) {
    Mutations mutations = new Mutations(seed);
    byte[] bytes = seed % 4 == 0 ? mutations.any(500) : mutations.of(part("weights.safetensors"));
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
  void settingsAreUnderstoodOrInvalid(@ForAll long seed) throws IOException {
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
            assertThat(new SettingsSources(environment).read(all).toString()).doesNotContain("\n");
          } catch (InvalidSettings refused) {
            assertThat(refused.faults()).isNotEmpty();
          }
        });
  }

  private static String text(Mutations mutations) {
    return new String(mutations.any(60), UTF_8);
  }

  private static void readBundle(byte[] bytes) throws IOException {
    Files.write(ZIP, bytes);
    soon(
        () -> {
          try {
            assertThat(BundleReader.read(ZIP).sha256()).hasSize(64);
          } catch (BundleRejected refused) {
            assertThat(refused.getMessage()).hasLineCount(1).hasSizeLessThan(1_000);
          }
        });
  }

  private static void soon(Runnable reading) {
    long start = System.nanoTime();
    reading.run();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
  }

  private static byte[] part(String name) {
    return Objects.requireNonNull(ENTRIES.get(name), name);
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("fuzz");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bundle() {
    try {
      byte[] bytes = Files.readAllBytes(TinyBundle.write(FOLDER));
      Files.write(ZIP, bytes);
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, byte[]> entries(byte[] zip) {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        entries.put(entry.getName(), in.readAllBytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return entries;
  }

  private static byte[] zip(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      out.setLevel(Deflater.BEST_SPEED);
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        out.putNextEntry(new ZipEntry(entry.getKey()));
        out.write(entry.getValue());
        out.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] checksums(Map<String, byte[]> entries) {
    StringBuilder lines = new StringBuilder();
    entries.forEach(
        (name, content) -> {
          if (!name.equals(SUMS)) {
            lines.append(sha256(content)).append("  ").append(name).append('\n');
          }
        });
    return lines.toString().getBytes(UTF_8);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
