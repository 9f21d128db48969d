package io.sentimentstreams.model.scoring.packed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class LengthSorterTest {

  private final LengthSorter order = new LengthSorter();

  @Property
  void recordsAreSortedByLengthAndStably(@ForAll List<@IntRange(max = 9) Integer> lengths) {
    List<Integer> expected =
        IntStream.range(0, lengths.size())
            .boxed()
            .sorted(Comparator.comparing(lengths::get, Comparator.reverseOrder()))
            .toList();
    assertThat(sorted(lengths)).isEqualTo(expected);
  }

  @Example
  void theSorterKeepsNoStateBetweenCalls() {
    sorted(List.of(700, 3, 3));
    assertThat(sorted(List.of(1, 2))).containsExactly(1, 0);
  }

  private List<Integer> sorted(List<Integer> lengths) {
    order.sort(lengths.stream().mapToInt(Integer::intValue).toArray(), lengths.size());
    return IntStream.range(0, lengths.size()).map(order::at).boxed().toList();
  }
}
