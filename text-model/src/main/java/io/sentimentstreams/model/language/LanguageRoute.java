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
    languages = languages.stream().map(each -> LanguageTag.primary(each).orElse(each)).toList();
    if (!name.equals(OTHERS)) {
      String language = LanguageTag.primary(name).orElse(name);
      if (!languages.isEmpty() && !languages.contains(language)) {
        throw new IllegalArgumentException(
            "The model of route %s does not answer %s: its languages are %s. Choose another model."
                .formatted(name, language, String.join(", ", languages)));
      }
    }
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
