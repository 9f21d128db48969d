package io.sentimentstreams.model.bundle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.sentimentstreams.model.bundle.InvalidBundleException.Reason;
import io.sentimentstreams.model.file.ReadProblem;
import io.sentimentstreams.model.json.InvalidJsonException;
import io.sentimentstreams.model.json.JsonValue;
import io.sentimentstreams.model.network.Model;
import io.sentimentstreams.model.scoring.TextScorer;
import io.sentimentstreams.model.text.InvalidTokenizerJsonException;
import io.sentimentstreams.model.text.TextIndexer;
import io.sentimentstreams.model.text.vectorization.InvalidTextVectorizationException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Reader of bundles, which are untrusted input. It verifies names, sizes and checksums before it
 * parses anything, and the golden scores before it returns the bundle.
 */
public final class BundleReader {

  /** Maximum size of a bundle for readers and writers, in bytes. */
  private static final long MAX_FILE = 512L << 20;

  /**
   * Maximum expansion of a zip entry: parts of released bundles expand at most eightfold, those of
   * a zip bomb a thousandfold.
   */
  private static final int MAX_EXPANSION = 100;

  /** Size up to which the expansion does not matter. */
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
   * @param path a zip file, or a folder that contains {@value BundleWriter#FILE_NAME}
   * @throws InvalidBundleException if the bundle is missing or invalid
   */
  public static LoadedBundle read(Path path) {
    return read(path, new BundleTrust.Anyone());
  }

  /**
   * Reads and verifies a bundle with a trusted signature.
   *
   * @param path a zip file, or a folder that contains {@value BundleWriter#FILE_NAME}
   * @param trust trusted signers, checked before the bundle is parsed
   * @throws InvalidBundleException if the bundle is missing or invalid
   */
  public static LoadedBundle read(Path path, BundleTrust trust) {
    Path file = Files.isDirectory(path) ? path.resolve(BundleWriter.FILE_NAME) : path;
    try {
      return new BundleReader(file, trust).read();
    } catch (OutOfMemoryError e) {
      throw new InvalidBundleException(
          file,
          Reason.TOO_LARGE,
          "it needs more memory than the %d MiB of this process (-Xmx)"
              .formatted(Runtime.getRuntime().maxMemory() >> 20),
          e);
    }
  }

  /** Reads the bytes of a bundle that is about to be written. */
  static LoadedBundle read(Path path, byte[] zip) {
    BundleReader reader = new BundleReader(path, new BundleTrust.Anyone());
    reader.requireSize(zip.length);
    return reader.verified(zip);
  }

  private LoadedBundle read() {
    byte[] zip = content();
    if (trust instanceof BundleTrust.Signers signers) {
      BundleSignature.require(path, zip, signers.keys());
    }
    return verified(zip);
  }

  private LoadedBundle verified(byte[] zip) {
    BundleParts parts = unzip(zip);
    requireChecksums(parts);
    Bundle bundle = bundle(parts);
    requireGoldenScores(bundle);
    return new LoadedBundle(bundle, Sha256.of(zip));
  }

  private byte[] content() {
    try {
      if (Files.exists(path) && !Files.isRegularFile(path)) {
        throw new InvalidBundleException(path, Reason.UNREADABLE, "it is not a file");
      }
      requireSize(Files.size(path));
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw new InvalidBundleException(path, Reason.UNREADABLE, ReadProblem.of(e).reason(), e);
    }
  }

  private void requireSize(long size) {
    if (size > MAX_FILE) {
      throw new InvalidBundleException(
          path,
          Reason.TOO_LARGE,
          "it has %d bytes, but the maximum is %d".formatted(size, MAX_FILE));
    }
  }

  private BundleParts unzip(byte[] bytes) {
    BundleParts parts = new BundleParts();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        BundlePart part = part(entry.getName());
        if (parts.has(part)) {
          throw new InvalidBundleException(
              path, Reason.NOT_A_BUNDLE, "it contains %s twice".formatted(part.entry()));
        }
        parts.put(part, limited(zip, part, bytes.length));
      }
    } catch (IOException | IllegalArgumentException e) {
      // ZipInputStream reports names that are not in UTF-8 as IllegalArgumentException.
      throw new InvalidBundleException(
          path, Reason.NOT_A_BUNDLE, "its zip is damaged or incomplete", e);
    }
    for (BundlePart part : BundlePart.values()) {
      if (!parts.has(part)) {
        throw new InvalidBundleException(
            path, Reason.NOT_A_BUNDLE, "it does not contain " + part.entry());
      }
    }
    return parts;
  }

  private BundlePart part(String entry) {
    return BundlePart.named(entry)
        .orElseThrow(
            () ->
                new InvalidBundleException(
                    path, Reason.NOT_A_BUNDLE, "it contains the unexpected entry '" + entry + "'"));
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
          "%s does not match the checksums of the other entries"
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
      BundleAnalyzer.requireKnown(path, json);
      Manifest manifest =
          BundleJson.MAPPER.treeToValue(ManifestDefaults.addedTo(json), Manifest.class);
      BundleAnalyzer.load(path, manifest.text().analyzer());
      part = BundlePart.TOKENIZER;
      TextIndexer tokenizer = TokenizerPart.read(parts.text(part));
      part = BundlePart.WEIGHTS;
      Model model = new Model(manifest.network(), Safetensors.read(parts.bytes(part)));
      part = BundlePart.GOLDEN;
      Bundle bundle = new Bundle(manifest, tokenizer, model, golden(parts.text(part)));
      LoadingLimits.check(bundle);
      return bundle;
    } catch (IOException
        | IllegalArgumentException
        | ArithmeticException
        | InvalidJsonException
        | InvalidTokenizerJsonException
        | InvalidTextVectorizationException e) {
      throw new InvalidBundleException(
          path, Reason.MALFORMED, part.entry() + " is malformed: " + BundleJson.problem(e), e);
    }
  }

  private void requireKnownFormat(JsonNode manifest) {
    JsonNode version = manifest.path("formatVersion");
    boolean newer =
        version.isIntegralNumber()
            && version.bigIntegerValue().compareTo(BigInteger.valueOf(Manifest.FORMAT_VERSION)) > 0;
    if (newer) {
      throw new InvalidBundleException(
          path,
          Reason.NEWER_FORMAT,
          "its format version is %s, but this release supports versions up to %d"
              .formatted(version, Manifest.FORMAT_VERSION));
    }
    JsonValue.of("", manifest).field("formatVersion").integer(1, Manifest.FORMAT_VERSION);
  }

  private static List<GoldenScore> golden(String lines) {
    List<GoldenScore> golden = new ArrayList<>();
    String[] all = lines.split("\n", -1);
    for (int i = 0; i < all.length; i++) {
      if (!all[i].isEmpty()) {
        golden.add(golden(i + 1, all[i]));
      }
    }
    return golden;
  }

  private static GoldenScore golden(int number, String line) {
    try {
      GoldenScore score = BundleJson.MAPPER.readValue(line, GoldenScore.class);
      if (score == null) {
        throw new IllegalArgumentException("it must be a JSON object, was " + line.strip());
      }
      return score;
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new InvalidJsonException("line " + number + ":", BundleJson.problem(e));
    }
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
            "golden text %d has the score %s instead of %s"
                .formatted(i + 1, now.outputs(), golden.get(i).outputs()));
      }
    }
  }
}
