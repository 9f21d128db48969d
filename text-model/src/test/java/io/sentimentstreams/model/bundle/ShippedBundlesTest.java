package io.sentimentstreams.model.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bundles in the source tree, which older releases have read and which must stay readable. */
class ShippedBundlesTest {

  @ParameterizedTest
  @ValueSource(strings = {"imdb-default", "nsmc-default"})
  void everyEntryOfAShippedBundleIsRewrittenUnchanged(String name, @TempDir Path folder)
      throws IOException {
    Path shipped = Path.of("../models", name);
    Path copy = folder.resolve(BundleWriter.FILE_NAME);

    BundleWriter.write(BundleReader.read(shipped).bundle(), copy);

    Map<String, byte[]> entries = BundleEntries.read(copy);
    assertThat(entries).hasSize(BundlePart.values().length);
    assertThat(BundleEntries.read(shipped.resolve(BundleWriter.FILE_NAME)))
        .allSatisfy((entry, bytes) -> assertThat(entries.get(entry)).as(entry).isEqualTo(bytes));
  }
}
