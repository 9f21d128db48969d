package io.sentimentstreams.app;

import static org.assertj.core.api.Assertions.assertThat;
import io.sentimentstreams.model.bundle.Bundle;
import io.sentimentstreams.model.bundle.BundleReader;
import io.sentimentstreams.model.bundle.Quality;
import io.sentimentstreams.model.scoring.TextScorer;
import io.sentimentstreams.model.text.Analyzer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The released models: loading one checks its sums and its golden scores. */
class ReleasedModelsTest {

  private static final Path MODELS = Path.of("..", "models");
  private static final long MAX_BYTES = 10 * 1024 * 1024;

  /** Written by {@code model-trainer evaluate --record}; the reviews are not in the repository. */
  @ParameterizedTest
  @CsvSource({"imdb-default,25000,0.9122", "nsmc-default,50000,0.85"})
  void noModelReplacesAReleasedOneWithALowerRecordedTestAccuracyThanWanted(
      String name, long examples, double accuracy) throws IOException {
    Quality test = Objects.requireNonNull(bundle(name).manifest().quality().get("test"));

    assertThat(test.examples()).isEqualTo(examples);
    assertThat(test.accuracy()).isGreaterThanOrEqualTo(accuracy);
    assertThat(test.calibrationError()).isLessThanOrEqualTo(0.02);
    assertThat(Files.readString(MODELS.resolve(name).resolve("README.md")))
        .contains(String.format(Locale.ROOT, "| %d | %.4f |", examples, test.accuracy()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"imdb-default", "nsmc-default"})
  void bundleIsSmallAndHasACard(String name) throws IOException {
    Path folder = MODELS.resolve(name);

    assertThat(Files.size(folder.resolve("bundle.zip"))).isLessThanOrEqualTo(MAX_BYTES);
    assertThat(Files.readString(folder.resolve("README.md")))
        .startsWith("# " + name + ", version " + bundle(name).manifest().version());
  }

  @Test
  void koreanReviewsAreSplitIntoMorphemesAsTheBundleSpecifies() {
    Bundle bundle = bundle("nsmc-default");
    TextScorer scorer = bundle.newScorer();

    assertThat(bundle.manifest().text().analyzer()).isEqualTo(Analyzer.NORI);
    assertThat(scorer.score("정말 재미있는 영화였어요. 배우들 연기가 최고!").score()).isGreaterThan(0.9);
    assertThat(scorer.score("지루하고 돈이 아깝다. 최악의 영화").score()).isLessThan(0.1);
  }

  private static Bundle bundle(String name) {
    return BundleReader.read(MODELS.resolve(name)).bundle();
  }
}
