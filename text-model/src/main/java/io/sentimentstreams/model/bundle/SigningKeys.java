package io.sentimentstreams.model.bundle;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.sentimentstreams.model.file.AtomicFile;
import io.sentimentstreams.model.file.OutputCheck;
import io.sentimentstreams.model.file.ReadProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ed25519 keys in PEM, as {@code openssl genpkey -algorithm ed25519} writes them. */
public final class SigningKeys {

  private static final String PRIVATE = "PRIVATE KEY";
  private static final String PUBLIC = "PUBLIC KEY";
  private static final String PUBLIC_SUFFIX = ".pub";
  private static final int MAX_FILE = 64 << 10;
  private static final String REMEDY = "Create a key pair with: model-trainer sign --new-key";

  private SigningKeys() {}

  /**
   * Creates a key pair: the private key in a file that only its owner can read, and the public key
   * next to it in a file with the extension {@code .pub}.
   *
   * @return the file of the public key
   * @throws InvalidKeyException if one of the files exists or cannot be written
   */
  public static Path create(Path file) {
    Path publicFile = file.resolveSibling(file.getFileName() + PUBLIC_SUFFIX);
    try {
      requireAbsent(file);
      requireAbsent(publicFile);
      KeyPair pair = KeyPairGenerator.getInstance(BundleSignature.ALGORITHM).generateKeyPair();
      try (AtomicFile key = new AtomicFile(file, ownerOnly(file))) {
        AtomicFile.writeFully(
            key.channel(), pem(PRIVATE, pair.getPrivate().getEncoded()).getBytes(US_ASCII));
        key.commit(SigningKeys::privateKey);
      }
      AtomicFile.write(publicFile, pem(PUBLIC, pair.getPublic().getEncoded()));
      return publicFile;
    } catch (FileAlreadyExistsException e) {
      throw new InvalidKeyException(file, e.getMessage() + " exists", "Use another file name", e);
    } catch (IOException e) {
      throw new InvalidKeyException(
          file, "it cannot be written, " + OutputCheck.reason(e), "Use another file name", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK must support " + BundleSignature.ALGORITHM, e);
    }
  }

  private static void requireAbsent(Path file) throws FileAlreadyExistsException {
    if (Files.exists(file)) {
      throw new FileAlreadyExistsException(file.toString());
    }
  }

  /**
   * Reads the signing key.
   *
   * @throws InvalidKeyException if the file does not contain exactly one
   */
  public static PrivateKey privateKey(Path file) {
    List<byte[]> found = read(file, PRIVATE);
    if (found.size() > 1) {
      throw new InvalidKeyException(file, "it contains more than one private key", REMEDY, null);
    }
    try {
      return factory().generatePrivate(new PKCS8EncodedKeySpec(found.get(0)));
    } catch (GeneralSecurityException e) {
      throw new InvalidKeyException(file, "its key is not an Ed25519 key", REMEDY, e);
    }
  }

  /** Reads the trusted keys, at least one. */
  static List<PublicKey> publicKeys(Path file) {
    List<PublicKey> keys = new ArrayList<>();
    for (byte[] encoded : read(file, PUBLIC)) {
      try {
        keys.add(factory().generatePublic(new X509EncodedKeySpec(encoded)));
      } catch (GeneralSecurityException e) {
        throw new InvalidKeyException(file, "its key is not an Ed25519 key", REMEDY, e);
      }
    }
    return keys;
  }

  private static List<byte[]> read(Path file, String type) {
    Matcher block =
        Pattern.compile(
                "-----BEGIN %s-----([A-Za-z0-9+/=\\s]*)-----END %s-----".formatted(type, type))
            .matcher(content(file));
    List<byte[]> found = new ArrayList<>();
    while (block.find()) {
      try {
        found.add(Base64.getMimeDecoder().decode(block.group(1)));
      } catch (IllegalArgumentException e) {
        throw new InvalidKeyException(file, "its PEM is damaged", REMEDY, e);
      }
    }
    if (found.isEmpty()) {
      throw new InvalidKeyException(
          file, "it does not contain '-----BEGIN " + type + "-----'", REMEDY, null);
    }
    return found;
  }

  private static String content(Path file) {
    try {
      if (Files.size(file) > MAX_FILE) {
        throw new InvalidKeyException(file, "it is too large for a key file", REMEDY, null);
      }
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new InvalidKeyException(file, ReadProblem.of(e).reason(), REMEDY, e);
    }
  }

  private static String pem(String type, byte[] encoded) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(
            type, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded), type);
  }

  private static KeyFactory factory() throws GeneralSecurityException {
    return KeyFactory.getInstance(BundleSignature.ALGORITHM);
  }

  private static FileAttribute<?>[] ownerOnly(Path file) {
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
