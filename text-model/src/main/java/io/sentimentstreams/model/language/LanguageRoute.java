package io.sentimentstreams.model.language;

import java.util.List;

/**
 * A way of texts to a model.
 *
 * @param name the primary subtag of its texts, or {@value #OTHERS} for the texts of no other route
 * @param languages primary subtags of the texts that the model answers; empty for any
 */
public record LanguageRoute(String name, List<String> languages) {

  /** Name of the route of all texts that have no other. */
  public static final String OTHERS = "*";

  public LanguageRoute {
    if (!isName(name)) {
      throw new IllegalArgumentException(
          "Invalid route: '%s'. Use a language such as en, or *.".formatted(name));
    }
    if (!fits(name, languages)) {
      throw new IllegalArgumentException(
          "The model of route %s is for other languages: %s. Choose another model."
              .formatted(name, String.join(", ", languages)));
    }
    languages = languages.stream().map(LanguageRoute::canonical).toList();
  }

  /**
   * Returns whether a model can have a route: the route {@value #OTHERS}, or a language of the
   * model.
   *
   * @param languages of the model; empty for any
   */
  public static boolean fits(String name, List<String> languages) {
    return name.equals(OTHERS)
        || languages.isEmpty()
        || languages.stream().map(LanguageRoute::canonical).toList().contains(canonical(name));
  }

  private static String canonical(String language) {
    return LanguageTag.primary(language).orElse(language);
  }

  /** Returns whether a route can have a name: a language without further subtags, or *. */
  public static boolean isName(String name) {
    return name.equals(OTHERS) || LanguageTag.isPrimary(name);
  }

  /** Returns whether this route takes the texts that have no other. */
  boolean takesOthers() {
    return name.equals(OTHERS);
  }
}
