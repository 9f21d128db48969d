package io.sentimentstreams.model.decision;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Kind of the labels that a model distinguishes. */
public enum Task {
  /** Two labels: negative and positive. */
  @JsonProperty("binary")
  BINARY,

  /** Labels in the order of a scale, such as stars. */
  @JsonProperty("ordered")
  ORDERED,

  /** Labels without an order. */
  @JsonProperty("nominal")
  NOMINAL;

  /** Returns the name as typed and as in a manifest: binary, ordered or nominal. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the task of labels about whose order nothing is known. */
  public static Task of(int labels) {
    return labels == 2 ? BINARY : NOMINAL;
  }

  /** Returns whether a model with so many labels can have this task. */
  public boolean allows(int labels) {
    return labels == 2 ? this == BINARY : labels > 2 && this != BINARY;
  }
}
