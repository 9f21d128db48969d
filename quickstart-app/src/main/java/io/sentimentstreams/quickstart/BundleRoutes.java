package io.sentimentstreams.quickstart;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The bundles of a run by language.
 *
 * @param bundles a zip file or folder by a primary language subtag, or by {@value #ANY}
 */
record BundleRoutes(Map<String, Path> bundles) {

  /** The route of a bundle that scores reviews in any language. */
  static final String ANY = "*";

  BundleRoutes {
    bundles = new TreeMap<>(bundles);
    for (Path bundle : bundles.values()) {
      if (!Files.exists(bundle)) {
        throw new IllegalArgumentException(
            "The model does not exist: "
                + bundle
                + ". Use --bundle with a bundle's zip file or folder.");
      }
    }
  }

  /** Returns the route of one bundle, without detection of languages. */
  static BundleRoutes of(Path bundle) {
    return new BundleRoutes(Map.of(ANY, bundle));
  }

  /** Returns the routes of the shipped bundles. */
  static BundleRoutes shipped(Path models) {
    return new BundleRoutes(
        Map.of("en", models.resolve("imdb-default"), "ko", models.resolve("nsmc-default")));
  }

  /** Returns whether the application selects the bundle by language. */
  boolean isByLanguage() {
    return bundles.size() > 1;
  }

  /** Returns the settings of the application. */
  Map<String, String> settings() {
    Map<String, String> settings = new TreeMap<>();
    bundles.forEach(
        (route, bundle) ->
            settings.put(isByLanguage() ? "models.route." + route : "bundle", bundle.toString()));
    return settings;
  }

  /** Returns a line for each bundle, for people. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    bundles.forEach(
        (route, bundle) -> lines.add(isByLanguage() ? bundle + " (" + route + ")" : "" + bundle));
    return lines;
  }
}
