package io.sentimentstreams.app.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sentimentstreams.app.config.ConfigError;
import io.sentimentstreams.app.config.InvalidConfigException;
import io.sentimentstreams.model.bundle.BundleSignature;
import io.sentimentstreams.model.bundle.InvalidBundleException;
import io.sentimentstreams.model.bundle.SigningKeys;
import io.sentimentstreams.model.decision.AbstainBand;
import io.sentimentstreams.model.decision.AbstainRules;
import io.sentimentstreams.model.decision.ConfidenceThreshold;
import io.sentimentstreams.model.language.LanguageDetector;
import io.sentimentstreams.model.language.OpenNlpDetector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServedModelsTest {

  private static final LanguageDetector DETECTOR = new OpenNlpDetector();

  @TempDir Path folder;

  private Path write(String name, String language) {
    return TinyModel.write(
        folder.resolve(name + ".zip"), TinyModel.inLanguage(name, language, TinyModel.TEXTS));
  }

  private static ServedModels load(Map<String, Path> bundles) {
    return ServedModels.load(new ModelSettings(bundles, Optional.empty(), AbstainRules.none()));
  }

  private static List<String> refused(Map<String, Path> bundles, AbstainRules abstain) {
    return catchThrowableOfType(
            InvalidConfigException.class,
            () -> ServedModels.load(new ModelSettings(bundles, Optional.empty(), abstain)))
        .errors()
        .stream()
        .map(ConfigError::name)
        .toList();
  }

  @Test
  void eachRouteHasItsBundle() {
    Path english = write("english", "en");
    Path korean = write("korean", "ko");

    ServedModels models = load(Map.of("en", english, "ko", korean));

    assertThat(models.ofRoute("ko").orElseThrow().manifest().name()).isEqualTo("korean");
    assertThat(models.ofLanguage("en-GB").orElseThrow().manifest().name()).isEqualTo("english");
    assertThat(models.ofLanguage("de")).isEmpty();
    assertThat(models.ofLanguage("und")).isEmpty();
    assertThat(models.main().route()).isEqualTo("en");
    assertThat(models.newRouter(DETECTOR).languages()).containsExactlyInAnyOrder("en", "ko");
    assertThat(models.description()).contains("english 1 ", ", korean 1 ");
  }

  @Test
  void routesWithOnePathShareABundle() {
    Path any = TinyModel.write(folder, List.of("negative", "positive"));

    ServedModels shared = load(Map.of("en", any, "*", any));
    ServedModels alone = load(Map.of("*", any));

    assertThat(shared.networkBytes()).isEqualTo(alone.networkBytes()).isPositive();
    assertThat(shared.main().route()).isEqualTo("*");
  }

  @Test
  void bundlesFitTheirRoutes() {
    Path english = write("english", "en");
    Path korean = write("korean", "ko");

    assertThat(refused(Map.of("ko", english, "en", korean, "*", korean), AbstainRules.none()))
        .containsExactlyInAnyOrder("models.route.ko", "models.route.en");
  }

  @Test
  void metricsDistinguishBundles() {
    Path english = write("same", "en");
    Path korean =
        TinyModel.write(
            folder.resolve("other.zip"), TinyModel.inLanguage("same", "ko", List.of("좋은 영화")));

    assertThat(refused(Map.of("en", english, "ko", korean), AbstainRules.none()))
        .containsExactly("models.route.ko");
  }

  @Test
  void abstainSettingsApplyToTheModelsTheyFit() {
    Path english = write("english", "en");
    Path stars =
        TinyModel.write(
            folder.resolve("stars.zip"),
            TinyModel.inMemory(List.of("1", "2", "3"), manifest -> manifest.name("stars")));
    AbstainRules band = AbstainRules.none().withBand(AbstainBand.of(0.4, 0.6));
    AbstainRules both = band.withConfidence(ConfidenceThreshold.of(0.5));

    ServedModels models =
        ServedModels.load(
            new ModelSettings(Map.of("en", english, "ko", stars), Optional.empty(), both));

    assertThat(models.ofRoute("en").orElseThrow().rule().abstain()).isEqualTo(band);
    assertThat(models.ofRoute("ko").orElseThrow().rule().abstain())
        .isEqualTo(AbstainRules.none().withConfidence(ConfidenceThreshold.of(0.5)));
    assertThat(refused(Map.of("en", english), both)).containsExactly("abstain.confidence");
  }

  @Test
  void theTrustedKeysApplyToAllBundles() throws IOException {
    Path english = write("english", "en");
    Path korean = write("korean", "ko");
    Path key = folder.resolve("key");
    Path trusted = SigningKeys.create(key);
    BundleSignature.sign(english, SigningKeys.privateKey(key));
    ModelSettings settings =
        new ModelSettings(
            Map.of("en", english, "ko", korean), Optional.of(trusted), AbstainRules.none());

    InvalidBundleException unsigned =
        catchThrowableOfType(InvalidBundleException.class, () -> ServedModels.load(settings));

    assertThat(unsigned).hasMessageContaining("korean.zip");
    BundleSignature.sign(korean, SigningKeys.privateKey(key));
    assertThat(ServedModels.load(settings).all()).hasSize(2);
  }
}
