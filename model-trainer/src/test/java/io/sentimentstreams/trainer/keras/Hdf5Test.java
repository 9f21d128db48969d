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

/** Arrays and links of a file that h5py wrote as Keras does not. */
class Hdf5Test {

  private static final WeightSpec WANTED = new WeightSpec("lstm/kernel", List.of(2, 3));

  private final HdfFile file = new HdfFile(KerasFixtures.file("awkward.h5"));

  @AfterEach
  void close() {
    file.close();
  }

  @Test
  void arrayInOnePieceIsRead() {
    assertThat(Hdf5.floats(file, "plain", WANTED)).containsExactly(0, 1, 2, 3, 4, 5);
  }

  @Test
  void arrayOfAnotherShapeIsRefused() {
    WeightSpec other = new WeightSpec("lstm/kernel", List.of(3, 2));
    assertThatThrownBy(() -> Hdf5.floats(file, "plain", other))
        .isInstanceOf(UnsupportedKerasModelException.class)
        .hasMessage("weight lstm/kernel must have shape [3, 2], was [2, 3]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"doubles", "packed", "unwritten"})
  void arrayThatIsStoredOtherwiseIsRefused(String name) {
    assertThatThrownBy(() -> Hdf5.floats(file, name, WANTED))
        .isInstanceOf(UnsupportedKerasModelException.class)
        .hasMessage("weight lstm/kernel is not stored as 32-bit floats in one piece");
  }

  @ParameterizedTest
  @ValueSource(strings = {"soft", "outside", "missing"})
  void linksLeadNowhere(String name) {
    assertThatThrownBy(() -> Hdf5.floats(file, name, WANTED))
        .isInstanceOf(UnsupportedKerasModelException.class)
        .hasMessage("/ has no " + name);
    assertThatThrownBy(() -> Hdf5.group(file, name))
        .isInstanceOf(UnsupportedKerasModelException.class);
  }
}
