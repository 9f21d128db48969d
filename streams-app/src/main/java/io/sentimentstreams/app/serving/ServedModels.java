package io.sentimentstreams.app.serving;

import io.sentimentstreams.app.config.ConfigError;
import io.sentimentstreams.app.config.InvalidConfigException;
import io.sentimentstreams.model.bundle.BundleReader;
import io.sentimentstreams.model.bundle.BundleTrust;
import io.sentimentstreams.model.bundle.InvalidBundleException;
import io.sentimentstreams.model.bundle.InvalidKeyException;
import io.sentimentstreams.model.bundle.LoadedBundle;
import io.sentimentstreams.model.bundle.Manifest;
import io.sentimentstreams.model.language.LanguageDetector;
import io.sentimentstreams.model.language.LanguageRoute;
import io.sentimentstreams.model.language.LanguageRouter;
import io.sentimentstreams.model.language.LanguageTag;
import io.sentimentstreams.model.language.OpenNlpDetector;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The models that score, one per route. Immutable and thread-safe. */
public final class ServedModels {

  private final List<ActiveModel> all;

  /**
   * Creates the models.
   *
   * @param all with different routes, at least one
   */
  public ServedModels(List<ActiveModel> all) {
    if (all.isEmpty()) {
      throw new IllegalArgumentException("There must be a model.");
    }
    this.all = List.copyOf(all);
  }

  /** Creates one model for all texts with the rules of its bundle. */
  public static ServedModels of(LoadedBundle loaded) {
    return new ServedModels(List.of(ActiveModel.of(loaded)));
  }

  /**
   * Reads the bundles. Routes with the same path share a bundle.
   *
   * @throws InvalidBundleException if a bundle cannot be used
   * @throws InvalidKeyException if the file of trusted keys cannot be read
   * @throws InvalidConfigException with every setting that does not fit the bundles
   */
  public static ServedModels load(ModelSettings settings) {
    BundleTrust trust =
        settings.trustKey().map(BundleTrust::ofKeys).orElseGet(BundleTrust.Anyone::new);
    Map<Path, LoadedBundle> read = new HashMap<>();
    List<ActiveModel> models = new ArrayList<>();
    settings
        .bundles()
        .forEach(
            (route, path) ->
                models.add(
                    new ActiveModel(
                        read.computeIfAbsent(path, each -> BundleReader.read(each, trust)),
                        route,
                        settings.abstain())));
    ServedModels served = new ServedModels(models);
    served.check(settings);
    return served;
  }

  private void check(ModelSettings settings) {
    AbstainSettingsCheck.check(
        settings.abstain(), all.stream().map(ActiveModel::manifest).toList());
    List<ConfigError> errors = new ArrayList<>();
    Map<String, ActiveModel> byName = new HashMap<>();
    for (ActiveModel model : all) {
      String path = String.valueOf(settings.bundles().get(model.route()));
      String setting = ModelSettings.ROUTES.file(model.route());
      if (!LanguageRoute.fits(model.route(), model.manifest().languages())) {
        errors.add(
            new ConfigError(
                setting,
                path,
                "a bundle for %s, but %s is for %s"
                    .formatted(
                        model.route(),
                        model.manifest().name(),
                        String.join(", ", model.manifest().languages())),
                "Choose another bundle or another route"));
      }
      Manifest manifest = model.manifest();
      ActiveModel other = byName.putIfAbsent(manifest.name() + " " + manifest.version(), model);
      if (other != null && !other.sha256().equals(model.sha256())) {
        errors.add(
            new ConfigError(
                setting,
                path,
                "another name or version than the bundle of "
                    + ModelSettings.ROUTES.file(other.route()),
                "Give one of the bundles another name or version, because metrics have both"));
      }
    }
    if (!errors.isEmpty()) {
      throw new InvalidConfigException(errors);
    }
  }

  /** Returns the models in the order of their routes. */
  public List<ActiveModel> all() {
    return all;
  }

  /** Returns the model of all texts that have no other route. */
  public Optional<ActiveModel> others() {
    return ofRoute(LanguageRoute.OTHERS);
  }

  /** Returns the model of all texts that have no other route, or else the first one. */
  public ActiveModel main() {
    return others().orElse(all.get(0));
  }

  /** Returns the model of a route. */
  public Optional<ActiveModel> ofRoute(String route) {
    return all.stream().filter(model -> model.route().equals(route)).findFirst();
  }

  /**
   * Returns the model that answers a language.
   *
   * @param tag of BCP 47
   */
  public Optional<ActiveModel> ofLanguage(String tag) {
    return LanguageTag.primary(tag).isEmpty()
        ? Optional.empty()
        : newRouter(new OpenNlpDetector()).choose(tag, "").route().flatMap(this::ofRoute);
  }

  /**
   * Returns the size of all networks in memory, in bytes. A bundle of several routes counts once;
   * the vocabularies are not included.
   */
  public long networkBytes() {
    Map<String, Long> byBundle = new HashMap<>();
    all.forEach(model -> byBundle.put(model.sha256(), model.networkBytes()));
    return byBundle.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Returns each bundle's name, version and SHA-256 for people, separated by commas. */
  public String description() {
    return all.stream().map(ActiveModel::description).distinct().collect(Collectors.joining(", "));
  }

  /**
   * Creates the rule that selects a route.
   *
   * @param detector not loaded before a text needs it
   */
  public LanguageRouter newRouter(LanguageDetector detector) {
    return new LanguageRouter(all.stream().map(ActiveModel::languageRoute).toList(), detector);
  }
}
