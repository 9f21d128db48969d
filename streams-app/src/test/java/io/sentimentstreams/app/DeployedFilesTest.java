package io.sentimentstreams.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.sentimentstreams.model.bundle.BundleReader;
import io.sentimentstreams.model.bundle.LoadedBundle;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The configuration examples of the repository. */
class DeployedFilesTest {

  private static final Path ROOT = Path.of("..");

  @Test
  void theSettingsToStartFromAreValidAndNameTheReleasedModel() {
    Settings settings =
        Settings.read(
            Map.of(), "--config", ROOT.resolve("deploy/streams-app.properties").toString());
    LoadedBundle loaded =
        BundleReader.read(
            ROOT.resolve(Objects.requireNonNull(settings.model().bundles().get("*"))));
    assertThat(loaded.bundle().manifest().name()).isEqualTo("imdb-default");
    assertThat(loaded.bundle().golden()).isNotEmpty();
  }
}
