package io.sentimentstreams.trainer.cli;

import io.sentimentstreams.model.bundle.BundleReader;
import io.sentimentstreams.model.bundle.BundleSignature;
import io.sentimentstreams.model.bundle.BundleWriter;
import io.sentimentstreams.model.bundle.SigningKeys;
import io.sentimentstreams.trainer.cli.option.BundleOption;
import io.sentimentstreams.trainer.cli.option.OverwriteOption;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Signing of a bundle. */
@Command(
    name = "sign",
    description = {
      "Verifies a bundle and writes its Ed25519 signature to bundle.zip.sig in the same folder.",
      "An application with bundle.trust.key=FILE.pub rejects bundles without such a signature."
    },
    sortOptions = false)
final class SignCommand implements Callable<Integer> {

  @Mixin private final BundleOption bundle = new BundleOption();

  @SuppressWarnings("NullAway.Init") // Required, so picocli sets it.
  @Option(
      names = "--key",
      required = true,
      paramLabel = "FILE",
      description = "Private key in PEM. Keep it secret: it can sign any bundle.")
  private Path key;

  @Option(
      names = "--new-key",
      description = "Create the key first, and FILE.pub with the public key for applications.")
  private boolean newKey;

  @Mixin private final OverwriteOption overwrite = new OverwriteOption();

  private final PrintWriter out;

  SignCommand(PrintWriter out) {
    this.out = out;
  }

  @Override
  public Integer call() {
    Path path = bundle.path();
    Path zip = Files.isDirectory(path) ? path.resolve(BundleWriter.FILE_NAME) : path;
    if (Files.exists(zip)) {
      overwrite.check(BundleSignature.of(zip), "--bundle");
    }
    String sha256 = BundleReader.read(bundle.path()).sha256();
    if (newKey) {
      out.println("public key: " + SigningKeys.create(key));
    }
    PrivateKey signing = SigningKeys.privateKey(key);
    out.println("signed " + sha256 + ": " + BundleSignature.sign(zip, signing));
    return 0;
  }
}
