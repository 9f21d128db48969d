package io.sentimentstreams.model.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sentimentstreams.model.bundle.InvalidBundleException.Reason;
import io.sentimentstreams.model.text.Analyzer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleSignatureTest {

  private static final String OPENSSL_KEY =
      """
      -----BEGIN PRIVATE KEY-----
      MC4CAQAwBQYDK2VwBCIEICj/EaHUKSqxH3nuXrr8qEXtNNSU+tP+bKIeyydJ67L3
      -----END PRIVATE KEY-----
      """;
  private static final String OPENSSL_PUBLIC_KEY =
      """
      -----BEGIN PUBLIC KEY-----
      MCowBQYDK2VwAyEA5CUKSY4kolES+SEznN1nhMUXGJEejXqHPtQPLTj58b4=
      -----END PUBLIC KEY-----
      """;

  @TempDir private Path folder;
  private Path zip;
  private Path key;
  private Path publicKey;

  @BeforeEach
  void writeBundleAndKeys() {
    zip = folder.resolve(BundleWriter.FILE_NAME);
    BundleWriter.write(SmallBundle.create(), zip);
    key = folder.resolve("signing.pem");
    publicKey = SigningKeys.create(key);
  }

  @Test
  void aSignedBundleIsUsed() {
    BundleSignature.sign(zip, SigningKeys.privateKey(key));

    assertThat(BundleReader.read(folder, BundleTrust.ofKeys(publicKey)).sha256())
        .isEqualTo(BundleReader.read(folder).sha256());
  }

  @Test
  void anUnsignedBundleIsRejectedBeforeItIsRead() throws IOException {
    Files.writeString(zip, "no zip at all");

    assertRejected(Reason.UNSIGNED, folder.resolve("bundle.zip.sig").toString());
  }

  @Test
  void aBundleThatSomeoneElseSignedIsRejected() {
    Path other = folder.resolve("other.pem");
    SigningKeys.create(other);
    BundleSignature.sign(zip, SigningKeys.privateKey(other));

    assertRejected(Reason.WRONG_SIGNATURE, "bundle.zip.sig");
  }

  @Test
  void anotherBundleThanWasSignedIsRejected() {
    BundleSignature.sign(zip, SigningKeys.privateKey(key));
    BundleWriter.write(SmallBundle.create(Analyzer.KERAS, List.of("bad", "good")), zip);

    assertRejected(Reason.WRONG_SIGNATURE, "bundle.zip.sig");
  }

  @Test
  void whatIsNoSignatureIsRejected() throws IOException {
    for (String text : new String[] {"", "AAAA", "?", "A".repeat(2_000)}) {
      Files.writeString(BundleSignature.of(zip), text);

      assertRejected(Reason.WRONG_SIGNATURE, "");
    }
  }

  @Test
  void oneOfSeveralKeysIsEnough() throws IOException {
    Path both = folder.resolve("both.pub");
    Files.writeString(both, OPENSSL_PUBLIC_KEY + Files.readString(publicKey));
    BundleSignature.sign(zip, SigningKeys.privateKey(key));

    assertThat(BundleReader.read(folder, BundleTrust.ofKeys(both))).isNotNull();
  }

  @Test
  void keysOfOpensslAreTaken() throws IOException {
    Files.writeString(key, OPENSSL_KEY);
    Files.writeString(publicKey, OPENSSL_PUBLIC_KEY);
    BundleSignature.sign(zip, SigningKeys.privateKey(key));

    assertThat(BundleReader.read(folder, BundleTrust.ofKeys(publicKey))).isNotNull();
  }

  @Test
  void onlyItsOwnerCanReadANewPrivateKeyAndNoneIsReplaced() throws IOException {
    if (Files.getFileStore(key).supportsFileAttributeView("posix")) {
      assertThat(Files.getPosixFilePermissions(key))
          .isEqualTo(Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
    }
    assertThatThrownBy(() -> SigningKeys.create(key))
        .isInstanceOf(InvalidKeyException.class)
        .hasMessageContaining("exists");
  }

  @Test
  void whatIsNoKeyIsRejectedWithARemedy() throws IOException, GeneralSecurityException {
    Path file = folder.resolve("key.pub");
    byte[] rsa = KeyPairGenerator.getInstance("RSA").generateKeyPair().getPublic().getEncoded();
    String[] contents = {
      "",
      OPENSSL_KEY,
      "-----BEGIN PUBLIC KEY-----\nA\n-----END PUBLIC KEY-----\n",
      "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"
          .formatted(new String(Base64.getEncoder().encode(rsa), StandardCharsets.US_ASCII)),
    };
    for (String content : contents) {
      Files.writeString(file, content);

      assertThatThrownBy(() -> BundleTrust.ofKeys(file))
          .isInstanceOf(InvalidKeyException.class)
          .hasMessageContaining(file.toString())
          .hasMessageContaining("model-trainer sign --new-key");
    }
    assertThatThrownBy(() -> BundleTrust.ofKeys(folder.resolve("none")))
        .isInstanceOf(InvalidKeyException.class);
  }

  private void assertRejected(Reason reason, String problem) {
    assertThatThrownBy(() -> BundleReader.read(folder, BundleTrust.ofKeys(publicKey)))
        .isInstanceOfSatisfying(
            InvalidBundleException.class, e -> assertThat(e.reason()).isEqualTo(reason))
        .hasMessageContaining(problem);
  }
}
