package io.sentimentstreams.trainer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sentimentstreams.model.bundle.BundleReader;
import io.sentimentstreams.model.bundle.BundleTrust;
import io.sentimentstreams.trainer.keras.KerasFixtures;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignCommandTest {

  @TempDir private Path folder;

  private final TypedCommands commands = new TypedCommands();
  private Path bundle = Path.of("");
  private Path key = Path.of("");

  @BeforeEach
  void importBundle() {
    bundle = folder.resolve("model");
    key = folder.resolve("signing.pem");
    commands.succeed(
        "import-keras",
        KerasFixtures.file(KerasFixtures.THREE_CLASSES),
        "--tokenizer",
        KerasFixtures.file("tokenizer.json"),
        "--out",
        bundle,
        "--labels",
        "bad,fair,good");
  }

  @Test
  void bundleSignedWithANewKeyIsTrustedWithItsPublicKey() {
    String printed = commands.succeed("sign", "--bundle", bundle, "--key", key, "--new-key");

    assertThat(printed)
        .contains("public key: " + folder.resolve("signing.pem.pub"))
        .contains("signed " + BundleReader.read(bundle).sha256())
        .endsWith(bundle.resolve("bundle.zip.sig") + "\n");
    assertThat(
            BundleReader.read(bundle, BundleTrust.ofKeys(folder.resolve("signing.pem.pub")))
                .bundle()
                .manifest()
                .labels())
        .hasSize(3);
  }

  @Test
  void anExistingKeyIsNotReplaced() throws Exception {
    commands.succeed("sign", "--bundle", bundle, "--key", key, "--new-key");
    String before = Files.readString(key);

    assertThat(commands.run("sign", "--overwrite", "--bundle", bundle, "--key", key, "--new-key"))
        .isEqualTo(1);

    assertThat(commands.err()).contains("signing.pem", "exists");
    assertThat(key).hasContent(before);
    assertThat(commands.run("sign", "--bundle", bundle, "--key", key)).isEqualTo(2);
    assertThat(commands.err()).contains("bundle.zip.sig already exists. Use --overwrite");
    assertThat(commands.run("sign", "--overwrite", "--bundle", bundle, "--key", key)).isZero();
  }

  @Test
  void signingWithoutAKeyFails() {
    assertThat(commands.run("sign", "--bundle", bundle, "--key", key)).isEqualTo(1);

    assertThat(commands.err()).contains(key.toString()).hasLineCount(1);
    assertThat(bundle.resolve("bundle.zip.sig")).doesNotExist();
  }
}
