package io.sentimentstreams.model.scoring.packed;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Kernels score any network as the reference does. */
class KernelExactnessTest {

  @Property(tries = 150)
  void anyNetworkScoresAsTheReferenceDoes(
      @ForAll("networks") RandomNetwork network, @ForAll @IntRange(max = 60) int length) {
    KernelAgreement.assertAllAgree(network, length);
  }

  @Property(tries = 12)
  void aLongSequenceScoresAsTheReferenceDoes(
      @ForAll("networks") RandomNetwork network,
      @ForAll @IntRange(min = 500, max = 1000) int length) {
    KernelAgreement.assertAllAgree(network, length);
  }

  @Provide
  Arbitrary<RandomNetwork> networks() {
    return RandomNetwork.any();
  }
}
