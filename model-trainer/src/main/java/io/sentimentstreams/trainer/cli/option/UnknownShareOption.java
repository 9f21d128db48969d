package io.sentimentstreams.trainer.cli.option;

import io.sentimentstreams.model.bundle.Bundle;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The largest share of unknown tokens in a text with a label. */
public final class UnknownShareOption {

  @Option(
      names = "--unknown-share",
      paramLabel = "SHARE",
      description =
          "Largest share of unknown tokens in a text with a label, 0 to 1 (default: as the"
              + " validation texts or the bundle say).")
  private Optional<Double> share = Optional.empty();

  @SuppressWarnings("NullAway.Init") // Set by picocli.
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  /**
   * Returns the share; empty for the default.
   *
   * @throws ParameterException if it is out of range
   */
  public Optional<Double> value() {
    if (share.isPresent() && !(share.get() >= 0 && share.get() <= 1)) {
      throw new ParameterException(
          spec.commandLine(), "--unknown-share must be 0 to 1, was " + share.get());
    }
    return share;
  }

  /**
   * Returns a bundle with this share, if there is one.
   *
   * @throws ParameterException if it is out of range
   */
  public Bundle appliedTo(Bundle bundle) {
    return value()
        .map(value -> bundle.manifest().abstain().withUnknownShare(value))
        .map(rules -> bundle.manifest().withAbstain(rules))
        .map(changed -> new Bundle(changed, bundle.tokenizer(), bundle.model(), bundle.golden()))
        .orElse(bundle);
  }
}
