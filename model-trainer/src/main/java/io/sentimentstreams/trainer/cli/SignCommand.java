package io.sentimentstreams.trainer.cli;

import io.sentimentstreams.model.bundle.BundleReader;
import io.sentimentstreams.model.bundle.BundleSignature;
import io.sentimentstreams.model.bundle.BundleWriter;
import io.sentimentstreams.model.bundle.SigningKeys;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Signs a bundle, so that applications can be told to use no others. */
@Command(
    name = "sign",
    description = {
      "Verifies a bundle and signs it (Ed25519). The signature goes into bundle.zip.sig beside it.",
      "An application with bundle.trust.key=FILE.pub uses no bundle without such a signature."
    },
    sortOptions = false)
final class SignCommand implements Callable<Integer> {

  @SuppressWarnings("NullAway.Init") // Required, so picocli sets it.
  @Option(
      names = "--bundle",
      required = true,
      paramLabel = "BUNDLE",
      description = "A bundle's zip file, or the folder that holds its bundle.zip.")
  private Path bundle;

  @SuppressWarnings("NullAway.Init") // Required, so picocli sets it.
  @Option(
      names = "--key",
      required = true,
      paramLabel = "FILE",
      description = "The private key, in PEM. Whoever has it can sign: keep it to yourself.")
  private Path key;

  @Option(
      names = "--new-key",
      description = "Make the key first, and FILE.pub with the public key for applications.")
  private boolean newKey;

  private final PrintWriter out;

  SignCommand(PrintWriter out) {
    this.out = out;
  }

  @Override
  public Integer call() {
    String sha256 = BundleReader.read(bundle).sha256();
    if (newKey) {
      out.println("public key: " + SigningKeys.create(key));
    }
    PrivateKey signing = SigningKeys.privateKey(key);
    Path zip = Files.isDirectory(bundle) ? bundle.resolve(BundleWriter.FILE_NAME) : bundle;
    out.println("signed " + sha256 + ": " + BundleSignature.sign(zip, signing));
    return 0;
  }
}
