package io.sentimentstreams.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShuffledFaultsTest {

  @Test
  void everyKindIsDrawnOnceBeforeAnyIsRepeated() {
    ShuffledFaults deck = new ShuffledFaults(FaultKind.ofInstances(), new Random(1));

    List<FaultKind> drawn = Stream.generate(deck::draw).limit(6).toList();

    assertThat(drawn).containsExactlyInAnyOrderElementsOf(FaultKind.ofInstances());
  }

  @Test
  void sameSeedDrawsTheSameFaults() {
    ShuffledFaults one = new ShuffledFaults(FaultKind.ofBrokers(), new Random(7));
    ShuffledFaults other = new ShuffledFaults(FaultKind.ofBrokers(), new Random(7));

    assertThat(Stream.generate(one::draw).limit(20).toList())
        .isEqualTo(Stream.generate(other::draw).limit(20).toList());
  }

  @Test
  void faultsOfAPlanAreDealtToBrokersAndFleets() {
    Delivery delivery = new Delivery(Delivery.EXACTLY_ONCE, Delivery.CLASSIC);
    FaultPlan plan =
        new FaultPlan(1, 26, Optional.empty(), List.of(delivery, delivery), 100, FaultKind.all());

    assertThat(plan.ofBrokers()).isEqualTo(7);
    assertThat(plan.ofFleet(0)).isEqualTo(10);
    assertThat(plan.ofFleet(1)).isEqualTo(9);
  }

  @Test
  void planKeepsItsKinds() {
    Delivery delivery = new Delivery(Delivery.EXACTLY_ONCE, Delivery.CLASSIC);
    Set<FaultKind> kinds = Set.of(FaultKind.KILL_LEADER, FaultKind.FREEZE_INSTANCE);
    FaultPlan plan = new FaultPlan(1, 2, Optional.empty(), List.of(delivery), 100, kinds);

    assertThat(plan.of(FaultKind.ofBrokers())).containsExactly(FaultKind.KILL_LEADER);
    assertThat(plan.of(FaultKind.ofInstances())).containsExactly(FaultKind.FREEZE_INSTANCE);
  }
}
