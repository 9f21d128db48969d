package io.sentimentstreams.trainer.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jhdf.HdfFile;
import io.sentimentstreams.model.network.WeightSpec;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Arrays and links in an HDF5 file from h5py that Keras does not write. */
class Hdf5Test {

  private static final WeightSpec WANTED = new WeightSpec("lstm/kernel", List.of(2, 3));

  private final HdfFile file = new HdfFile(KerasFixtures.file("awkward.h5"));

  @AfterEach
  void close() {
    file.close();
  }

  @Test
  void contiguousArrayIsRead() {
    assertThat(Hdf5.floats(file, "plain", WANTED)).containsExactly(0, 1, 2, 3, 4, 5);
  }

  @Test
  void arrayOfOtherShapeIsRejected() {
    WeightSpec other = new WeightSpec("lstm/kernel", List.of(3, 2));
    assertThatThrownBy(() -> Hdf5.floats(file, "plain", other))
        .isInstanceOf(UnsupportedKerasModelException.class)
        .hasMessageContainingAll("lstm/kernel", "[2, 3]", "[3, 2]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"doubles", "packed", "unwritten"})
  void arrayWithOtherStorageIsRejected(String name) {
    assertThatThrownBy(() -> Hdf5.floats(file, name, WANTED))
        .isInstanceOf(UnsupportedKerasModelException.class)
        .hasMessageContaining("lstm/kernel");
  }

  @ParameterizedTest
  @ValueSource(strings = {"soft", "outside", "missing"})
  void linksAreRejected(String name) {
    assertThatThrownBy(() -> Hdf5.floats(file, name, WANTED))
        .isInstanceOf(UnsupportedKerasModelException.class)
        .hasMessageContaining(name);
    assertThatThrownBy(() -> Hdf5.group(file, name))
        .isInstanceOf(UnsupportedKerasModelException.class);
  }
}
