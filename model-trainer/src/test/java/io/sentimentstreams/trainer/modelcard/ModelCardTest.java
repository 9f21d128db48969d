package io.sentimentstreams.trainer.modelcard;

import static org.assertj.core.api.Assertions.assertThat;

import io.sentimentstreams.model.bundle.Bundle;
import io.sentimentstreams.model.bundle.BundleReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelCardTest {

  private static final Path MODELS =
      Path.of(System.getProperty("project.root", "..")).resolve("models");

  /**
   * The bundles record their command lines with former option names, the cards name current ones.
   */
  @ParameterizedTest
  @ValueSource(strings = {"imdb-default", "nsmc-default"})
  void cardsOfReleasedBundlesAreGenerated(String name) throws IOException {
    Bundle bundle = BundleReader.read(MODELS.resolve(name)).bundle();
    String recorded = Objects.requireNonNull(bundle.manifest().training().get("command"));
    String current =
        recorded
            .replace(" --words ", " --num-words ")
            .replace(" --unlabelled-cuts ", " --unlabelled-splits ")
            .replace(" --validation-share ", " --validation-split ");
    assertThat(current).isNotEqualTo(recorded);

    assertThat(MODELS.resolve(name).resolve("README.md"))
        .hasContent(ModelCard.of(bundle).replace(recorded, current));
  }
}
