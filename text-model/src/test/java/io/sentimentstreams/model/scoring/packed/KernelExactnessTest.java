package io.sentimentstreams.model.scoring.packed;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Kernels score any network like the reference. */
class KernelExactnessTest {

  @Property(tries = 150)
  void anyNetworkScoresLikeTheReference(
      @ForAll("networks") RandomNetwork network, @ForAll @IntRange(max = 60) int length) {
    KernelAgreement.assertAllAgree(network, length);
  }

  @Property(tries = 12)
  void aLongSequenceScoresLikeTheReference(
      @ForAll("networks") RandomNetwork network,
      @ForAll @IntRange(min = 500, max = 1000) int length) {
    KernelAgreement.assertAllAgree(network, length);
  }

  @Provide
  Arbitrary<RandomNetwork> networks() {
    return RandomNetwork.any();
  }
}
