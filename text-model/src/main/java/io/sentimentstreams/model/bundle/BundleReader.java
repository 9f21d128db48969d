package io.sentimentstreams.model.bundle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sentimentstreams.model.bundle.InvalidBundleException.Reason;
import io.sentimentstreams.model.network.Model;
import io.sentimentstreams.model.scoring.TextScorer;
import io.sentimentstreams.model.text.Analyzer;
import io.sentimentstreams.model.text.InvalidTokenizerJsonException;
import io.sentimentstreams.model.text.KerasTokenizerJson;
import io.sentimentstreams.model.text.Tokenizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Reads bundles, which are untrusted input: names, sizes and checksums are verified before anything
 * is understood, and the golden scores before anything is used.
 */
public final class BundleReader {

  private static final long MAX_FILE = 512L << 20;

  /** The parts of released bundles shrink to an eighth at most, those of a bomb to a thousandth. */
  private static final int MAX_EXPANSION = 100;

  /** So little may be made of nothing. */
  private static final int SMALL_PART = 16 << 20;

  private final Path path;
  private final BundleTrust trust;

  private BundleReader(Path path, BundleTrust trust) {
    this.path = path;
    this.trust = trust;
  }

  /**
   * Reads and verifies a bundle.
   *
   * @param path a zip file, or a folder that holds {@value BundleWriter#FILE_NAME}
   * @throws InvalidBundleException if there is none, or something in it is not as it must be
   */
  public static LoadedBundle read(Path path) {
    return read(path, new BundleTrust.Anyone());
  }

  /**
   * Reads and verifies a bundle that someone trusted has signed.
   *
   * @param path a zip file, or a folder that holds {@value BundleWriter#FILE_NAME}
   * @param trust whose bundles are used; asked before anything of the bundle is understood
   * @throws InvalidBundleException if there is none, or something in it is not as it must be
   */
  public static LoadedBundle read(Path path, BundleTrust trust) {
    Path file = Files.isDirectory(path) ? path.resolve(BundleWriter.FILE_NAME) : path;
    try {
      return new BundleReader(file, trust).read();
    } catch (OutOfMemoryError e) {
      throw new InvalidBundleException(
          file,
          Reason.TOO_LARGE,
          "it takes more memory than the %d MiB of this process (-Xmx)"
              .formatted(Runtime.getRuntime().maxMemory() >> 20),
          e);
    }
  }

  private LoadedBundle read() {
    byte[] zip = content();
    if (trust instanceof BundleTrust.Signers signers) {
      BundleSignature.require(path, zip, signers.keys());
    }
    BundleParts parts = unzip(zip);
    requireChecksums(parts);
    Bundle bundle = bundle(parts);
    requireGoldenScores(bundle);
    return new LoadedBundle(bundle, Sha256.of(zip));
  }

  private byte[] content() {
    try {
      if (Files.exists(path) && !Files.isRegularFile(path)) {
        throw new InvalidBundleException(path, Reason.UNREADABLE, "it is no file");
      }
      long size = Files.size(path);
      if (size > MAX_FILE) {
        throw new InvalidBundleException(
            path, Reason.TOO_LARGE, "it has %d bytes, at most %d".formatted(size, MAX_FILE));
      }
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw new InvalidBundleException(path, Reason.UNREADABLE, "it cannot be read (" + e + ")", e);
    }
  }

  private BundleParts unzip(byte[] bytes) {
    BundleParts parts = new BundleParts();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        BundlePart part = part(entry.getName());
        if (parts.has(part)) {
          throw new InvalidBundleException(
              path, Reason.NOT_A_BUNDLE, "it holds two " + part.entry());
        }
        parts.put(part, limited(zip, part, bytes.length));
      }
    } catch (IOException | IllegalArgumentException e) {
      // Of names that are not in UTF-8 Java tells in another way.
      throw new InvalidBundleException(
          path, Reason.NOT_A_BUNDLE, "its zip is damaged (" + e + ")", e);
    }
    for (BundlePart part : BundlePart.values()) {
      if (!parts.has(part)) {
        throw new InvalidBundleException(path, Reason.NOT_A_BUNDLE, "it holds no " + part.entry());
      }
    }
    return parts;
  }

  private BundlePart part(String entry) {
    return BundlePart.named(entry)
        .orElseThrow(
            () ->
                new InvalidBundleException(
                    path, Reason.NOT_A_BUNDLE, "it holds the unexpected entry '" + entry + "'"));
  }

  private byte[] limited(ZipInputStream zip, BundlePart part, int zipped) throws IOException {
    int limit = (int) Math.min(part.limit(), Math.max(SMALL_PART, (long) MAX_EXPANSION * zipped));
    byte[] bytes = zip.readNBytes(limit + 1);
    if (bytes.length > limit) {
      throw new InvalidBundleException(
          path, Reason.TOO_LARGE, "%s has more than %d bytes".formatted(part.entry(), limit));
    }
    return bytes;
  }

  private void requireChecksums(BundleParts parts) {
    if (!parts.checksums().equals(parts.text(BundlePart.CHECKSUMS))) {
      throw new InvalidBundleException(
          path,
          Reason.WRONG_CHECKSUM,
          "%s does not list exactly the checksums of the other entries"
              .formatted(BundlePart.CHECKSUMS.entry()));
    }
  }

  private Bundle bundle(BundleParts parts) {
    BundlePart part = BundlePart.MANIFEST;
    try {
      JsonNode json = BundleJson.MAPPER.readTree(parts.bytes(part));
      if (!json.isObject()) {
        throw new IllegalArgumentException("it must be a JSON object");
      }
      requireKnownFormat(json);
      Manifest manifest = BundleJson.MAPPER.treeToValue(completed(json), Manifest.class);
      part = BundlePart.TOKENIZER;
      Tokenizer tokenizer = KerasTokenizerJson.read(parts.text(part));
      part = BundlePart.WEIGHTS;
      Model model = new Model(manifest.network(), Safetensors.read(parts.bytes(part)));
      part = BundlePart.GOLDEN;
      Bundle bundle = new Bundle(manifest, tokenizer, model, golden(parts.text(part)));
      LoadingLimits.check(bundle);
      return bundle;
    } catch (IOException
        | IllegalArgumentException
        | ArithmeticException
        | InvalidTokenizerJsonException e) {
      throw new InvalidBundleException(
          path, Reason.MALFORMED, part.entry() + " is malformed: " + firstLine(e), e);
    }
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  /**
   * Bundles made before there was a choice do not name their analyzer, and those for which no band
   * was chosen have none.
   */
  private static JsonNode completed(JsonNode manifest) {
    if (manifest.path("text") instanceof ObjectNode text && !text.has("analyzer")) {
      text.put("analyzer", Analyzer.KERAS.name());
    }
    if (manifest instanceof ObjectNode whole && !whole.has("uncertainBand")) {
      whole.putNull("uncertainBand");
    }
    return manifest;
  }

  private void requireKnownFormat(JsonNode manifest) {
    int version = manifest.path("formatVersion").asInt();
    if (version > Manifest.FORMAT_VERSION) {
      throw new InvalidBundleException(
          path,
          Reason.NEWER_FORMAT,
          "its format is version %d, this release reads up to %d"
              .formatted(version, Manifest.FORMAT_VERSION));
    }
  }

  private static List<GoldenScore> golden(String lines) throws JsonProcessingException {
    List<GoldenScore> golden = new ArrayList<>();
    for (String line : lines.split("\n", -1)) {
      if (!line.isEmpty()) {
        GoldenScore score = BundleJson.MAPPER.readValue(line, GoldenScore.class);
        if (score == null) {
          throw new IllegalArgumentException("a line must be a JSON object, was " + line.strip());
        }
        golden.add(score);
      }
    }
    return golden;
  }

  private void requireGoldenScores(Bundle bundle) {
    TextScorer scorer = bundle.newScorer();
    int outputs = bundle.manifest().network().output().units();
    List<GoldenScore> golden = bundle.golden();
    for (int i = 0; i < golden.size(); i++) {
      GoldenScore now = GoldenScore.of(scorer, outputs, golden.get(i).text());
      if (!now.agreesWith(golden.get(i))) {
        throw new InvalidBundleException(
            path,
            Reason.WRONG_SCORES,
            "golden text %d scores %s instead of %s"
                .formatted(i + 1, now.outputs(), golden.get(i).outputs()));
      }
    }
  }
}
