package io.sentimentstreams.model.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderedQualityTest {

  @TempDir private Path folder;

  @Test
  void distancesAreWrittenAndReadAgain() throws Exception {
    OrderedQuality whole = new OrderedQuality(0.5, 0.625, Optional.of(0.75));
    OrderedQuality undefined = new OrderedQuality(0, 0.125, Optional.empty());

    Map<String, Quality> read =
        written(
            Map.of(
                "validation", quality(Optional.of(whole)),
                "test", quality(Optional.of(undefined)),
                "other", quality(Optional.empty())));

    assertThat(read)
        .isEqualTo(
            Map.of(
                "validation", quality(Optional.of(whole)),
                "test", quality(Optional.of(undefined)),
                "other", quality(Optional.empty())));
  }

  private static Quality quality(Optional<OrderedQuality> ordered) {
    return new Quality("a few", "0".repeat(64), 4, 0.5, 0.7, 0.5, 0.5, 0.1, ordered);
  }

  private Map<String, Quality> written(Map<String, Quality> quality) throws Exception {
    Bundle bundle = SmallBundle.create();
    Path zip = folder.resolve("bundle.zip");
    BundleWriter.write(
        new Bundle(
            bundle.manifest().toBuilder().quality(quality).build(),
            bundle.tokenizer(),
            bundle.model(),
            bundle.golden()),
        zip);
    return BundleReader.read(zip).bundle().manifest().quality();
  }
}
