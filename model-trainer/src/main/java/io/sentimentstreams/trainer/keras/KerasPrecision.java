package io.sentimentstreams.trainer.keras;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Precision of the computation in a Keras layer. Bundles compute in 32-bit floats or better. */
enum KerasPrecision {
  FLOAT32(1e-5, "float32", "float32"),
  FLOAT64(1e-5, "float64", "float64"),
  /** 11 significant bits. */
  FLOAT16(0.005, "float16", "mixed_float16"),
  /** 8 significant bits. Keras stores weights of this type in a form that cannot be read. */
  BFLOAT16(0.04, "mixed_bfloat16", "mixed_bfloat16");

  private final double tolerance;
  private final String policy;
  private final String mixedPolicy;

  KerasPrecision(double tolerance, String policy, String mixedPolicy) {
    this.tolerance = tolerance;
    this.policy = policy;
    this.mixedPolicy = mixedPolicy;
  }

  /** Returns the precision of a dtype policy; empty for integers and quantized weights. */
  static Optional<KerasPrecision> of(String policy) {
    return Arrays.stream(values())
        .filter(each -> each.policy.equals(policy) || each.mixedPolicy.equals(policy))
        .findFirst();
  }

  /** Returns the maximum difference of scores that rounding in Keras can cause. */
  double tolerance() {
    return tolerance;
  }

  /** Returns the name of Keras. */
  String dtype() {
    return name().toLowerCase(Locale.ROOT);
  }
}
