package io.sentimentstreams.scoring;

import io.sentimentstreams.network.Bidirectional.MergeMode;
import io.sentimentstreams.scoring.RandomNetwork.Cell;
import io.sentimentstreams.scoring.RandomNetwork.Ending;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Kernels score any network as the reference does. */
class KernelExactnessTest {

  @Property(tries = 150)
  void anyNetworkScoresAsTheReferenceDoes(
      @ForAll("networks") RandomNetwork network, @ForAll @IntRange(max = 60) int length) {
    Agreement.assertAllAgree(network, length);
  }

  @Property(tries = 12)
  void aLongSequenceScoresAsTheReferenceDoes(
      @ForAll("networks") RandomNetwork network,
      @ForAll @IntRange(min = 500, max = 1000) int length) {
    Agreement.assertAllAgree(network, length);
  }

  @Provide
  Arbitrary<RandomNetwork> networks() {
    Arbitrary<Integer> units = Arbitraries.of(1, 7, 33, 64, 100);
    Arbitrary<Optional<MergeMode>> merge = Arbitraries.of(MergeMode.class).optional(0.7);
    return Combinators.combine(
            Arbitraries.of(Cell.class),
            units,
            merge,
            Arbitraries.of(Ending.class),
            Arbitraries.integers().between(1, 2),
            Arbitraries.of(true, false),
            Arbitraries.of(0.3f, 1f, 20f),
            Arbitraries.longs())
        .as(RandomNetwork::new);
  }
}
