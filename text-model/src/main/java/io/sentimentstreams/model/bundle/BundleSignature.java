package io.sentimentstreams.model.bundle;

import io.sentimentstreams.model.bundle.InvalidBundleException.Reason;
import io.sentimentstreams.model.file.AtomicFile;
import io.sentimentstreams.model.file.OutputCheck;
import io.sentimentstreams.model.file.ReadProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Base64;
import java.util.List;

/**
 * Signature of a bundle: Ed25519 (RFC 8032) over all bytes of its zip, in Base64. It is a separate
 * file next to the zip, so it does not change the zip or its SHA-256.
 */
public final class BundleSignature {

  static final String ALGORITHM = "Ed25519";
  private static final String SUFFIX = ".sig";

  /** Maximum size of a signature file, larger than any line of Base64 here. */
  private static final int MAX_FILE = 1 << 10;

  private BundleSignature() {}

  /** Returns the path of the signature of a bundle's zip. */
  public static Path of(Path zip) {
    return zip.resolveSibling(zip.getFileName() + SUFFIX);
  }

  /**
   * Signs a bundle's zip and replaces any existing signature.
   *
   * @return the path of the signature
   * @throws UncheckedIOException if the zip cannot be read or the signature cannot be written
   */
  public static Path sign(Path zip, PrivateKey key) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(key);
      signature.update(Files.readAllBytes(zip));
      String line = Base64.getEncoder().encodeToString(signature.sign()) + "\n";
      Path file = of(zip);
      AtomicFile.write(file, line);
      return file;
    } catch (IOException e) {
      throw OutputCheck.failure(of(zip), e);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("this key cannot sign: " + e.getMessage(), e);
    }
  }

  /** Refuses a bundle that is not signed by one of the keys. */
  static void require(Path zip, byte[] content, List<PublicKey> keys) {
    byte[] signature = read(zip);
    for (PublicKey key : keys) {
      if (isSignedBy(key, content, signature)) {
        return;
      }
    }
    throw new InvalidBundleException(
        zip,
        Reason.WRONG_SIGNATURE,
        "the signature %s does not match a trusted key".formatted(of(zip)));
  }

  private static byte[] read(Path zip) {
    Path file = of(zip);
    try {
      if (!Files.isRegularFile(file)) {
        throw new InvalidBundleException(
            zip, Reason.UNSIGNED, "the signature file is missing: " + file);
      }
      if (Files.size(file) > MAX_FILE) {
        throw new InvalidBundleException(
            zip, Reason.WRONG_SIGNATURE, "the signature file is too large: " + file);
      }
      String line = Files.readString(file, StandardCharsets.ISO_8859_1).strip();
      return Base64.getDecoder().decode(line);
    } catch (IOException e) {
      throw new InvalidBundleException(
          zip, Reason.UNSIGNED, file + ": " + ReadProblem.of(e).reason(), e);
    } catch (IllegalArgumentException e) {
      throw new InvalidBundleException(zip, Reason.WRONG_SIGNATURE, file + " is not in Base64", e);
    }
  }

  private static boolean isSignedBy(PublicKey key, byte[] content, byte[] signature) {
    try {
      Signature verification = Signature.getInstance(ALGORITHM);
      verification.initVerify(key);
      verification.update(content);
      return verification.verify(signature);
    } catch (SignatureException e) {
      // The bytes do not have the format of a signature.
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK must support " + ALGORITHM, e);
    }
  }
}
