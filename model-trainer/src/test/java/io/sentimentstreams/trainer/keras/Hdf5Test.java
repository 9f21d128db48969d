package io.sentimentstreams.trainer.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jhdf.HdfFile;
import io.sentimentstreams.model.network.WeightSpec;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
  @ValueSource(strings = {"doubles", "packed"})
  void doublesAndCompressedChunksAreRead(String name) {
    assertThat(Hdf5.floats(file, name, WANTED)).containsExactly(0, 0, 0, 0, 0, 0);
  }

  @Test
  void arrayThatWasNotWrittenIsRejected() {
    assertThatThrownBy(() -> Hdf5.floats(file, "unwritten", WANTED))
        .isInstanceOf(UnsupportedKerasModelException.class)
        .hasMessageContaining("lstm/kernel");
  }

  @ParameterizedTest
  @CsvSource({
    "halves, '1.5, -2, 65504, 0, 0.00006103515625, -0.5'",
    "big-endian, '1.5, -2, 3, 0, 0.1, -0.5'",
    "shuffled, '1.5, -2, 3, 0, 0.1, -0.5'",
    "checked, '1.5, -2, 3, 0, 0.1, -0.5'",
    "chunked, '1.5, -2, 3, 0, 0.1, -0.5'",
    "compact, '1.5, -2, 3, 0, 0.1, -0.5'",
  })
  void floatsOfEveryStorageAreRead(String name, String values) {
    try (HdfFile more = new HdfFile(KerasFixtures.file("storage.h5"))) {
      float[] read = Hdf5.floats(more, name, WANTED);
      String[] expected = values.split(", *", -1);
      for (int i = 0; i < expected.length; i++) {
        assertThat(read[i]).as("%s[%d]", name, i).isEqualTo(Float.parseFloat(expected[i]));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "integers, consists of",
    "lzf, 'is compressed by lzf, only gzip is supported'",
    "huge-chunk, chunks of",
    "bomb, has a chunk of more than 24 bytes",
  })
  void otherStorageIsRejectedByName(String name, String message) {
    try (HdfFile more = new HdfFile(KerasFixtures.file("storage.h5"))) {
      assertThatThrownBy(() -> Hdf5.floats(more, name, WANTED))
          .isInstanceOf(UnsupportedKerasModelException.class)
          .hasMessageContainingAll("lstm/kernel", message);
    }
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
