package io.sentimentstreams.model.decision;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/**
 * When a model gives no label. A text without any known token never gets one, whatever the rules.
 *
 * @param band scores without a label, for two labels; empty for none
 * @param confidence smallest probability of a label, for more than two; empty for none
 * @param unknownShare largest share of unknown tokens in a text with a label, 0 to 1; empty for
 *     none
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record AbstainRules(
    Optional<AbstainBand> band,
    Optional<ConfidenceThreshold> confidence,
    Optional<Double> unknownShare) {

  public AbstainRules {
    unknownShare.ifPresent(
        share -> {
          if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(
                "Invalid share of unknown tokens: %s. It must be 0 to 1.".formatted(share));
          }
        });
  }

  /** Returns rules by which every text with a known token gets a label. */
  public static AbstainRules none() {
    return new AbstainRules(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Returns whether there is no rule. */
  @JsonIgnore
  public boolean isEmpty() {
    return equals(none());
  }

  /** Returns these rules with an abstain band. */
  public AbstainRules withBand(AbstainBand other) {
    return new AbstainRules(Optional.of(other), confidence, unknownShare);
  }

  /** Returns these rules with a smallest probability. */
  public AbstainRules withConfidence(ConfidenceThreshold other) {
    return new AbstainRules(band, Optional.of(other), unknownShare);
  }

  /** Returns these rules with a largest share of unknown tokens. */
  public AbstainRules withUnknownShare(double share) {
    return new AbstainRules(band, confidence, Optional.of(share));
  }
}
