package io.sentimentstreams.model.language;

import java.util.List;
import java.util.Optional;

/**
 * The route of one text.
 *
 * @param route name of the route; empty if no model answers the text
 * @param language primary subtag: as given, detected, or the only candidate; empty if it was not
 *     needed or not found
 * @param assumed the languages of the route that the script allows and nothing has confirmed; empty
 *     if the language was given or found, or is not needed
 */
public record LanguageChoice(
    Optional<String> route, Optional<String> language, List<String> assumed) {

  public LanguageChoice {
    assumed = List.copyOf(assumed);
  }
}
