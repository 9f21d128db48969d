package io.sentimentstreams.model.language;

import java.lang.Character.UnicodeScript;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The rule from a text and its language tag to a route.
 *
 * <ol>
 *   <li>A tag with a language decides.
 *   <li>Without one, the script of the letters leaves the candidates: the languages of the routes
 *       that are written in it.
 *   <li>Candidates of one route are assumed. After the text is tokenized, {@link #confirm} asks the
 *       detector if many tokens are unknown.
 *   <li>Of candidates of several routes, the detector selects one.
 * </ol>
 *
 * A text of no candidate has the route {@code *} if that model answers any language, otherwise
 * none. The detector is not asked if there is one route and its model answers any language.
 * Immutable and thread-safe.
 */
public final class LanguageRouter {

  /** The largest share of unknown tokens at which an assumed language needs no confirmation. */
  public static final double UNKNOWN_SHARE = 0.2;

  /**
   * What a script leaves.
   *
   * @param languages that have a route
   * @param routes of these languages
   * @param language of a text that no detector reads: the only candidate, or the only language of
   *     the script
   */
  private record Candidates(
      List<String> languages, Set<String> routes, Optional<String> language) {}

  private final Map<String, String> routes = new TreeMap<>();
  private final Optional<String> others;
  private final Map<UnicodeScript, Candidates> byScript = new EnumMap<>(UnicodeScript.class);
  private final LanguageDetector detector;

  /**
   * Creates a router.
   *
   * @param configured with different languages
   * @param detector not asked, and not loaded, before a text needs it
   */
  public LanguageRouter(Collection<LanguageRoute> configured, LanguageDetector detector) {
    this.detector = detector;
    Set<String> names = new HashSet<>();
    for (LanguageRoute route : configured) {
      if (!route.takesOthers()) {
        add(LanguageTag.primary(route.name()).orElse(route.name()), route);
      }
      if (!names.add(route.name())) {
        throw duplicate(route);
      }
    }
    Optional<LanguageRoute> rest =
        configured.stream().filter(LanguageRoute::takesOthers).findFirst();
    rest.ifPresent(
        route -> route.languages().forEach(each -> routes.putIfAbsent(each, route.name())));
    others = rest.filter(route -> route.languages().isEmpty()).map(LanguageRoute::name);
    for (UnicodeScript script : UnicodeScript.values()) {
      byScript.put(script, candidates(script));
    }
  }

  private void add(String language, LanguageRoute route) {
    if (routes.put(language, route.name()) != null) {
      throw duplicate(route);
    }
  }

  private static IllegalArgumentException duplicate(LanguageRoute route) {
    return new IllegalArgumentException(
        "Two routes of one language: %s. Remove one of them.".formatted(route.name()));
  }

  private Candidates candidates(UnicodeScript script) {
    List<String> languages =
        routes.keySet().stream().filter(each -> LanguageScripts.canBe(script, each)).toList();
    Set<String> names = new HashSet<>();
    languages.forEach(each -> names.add(routes.getOrDefault(each, each)));
    Optional<String> language =
        script != UnicodeScript.COMMON && languages.size() == 1
            ? Optional.of(languages.get(0))
            : LanguageScripts.only(script);
    return new Candidates(languages, names, language);
  }

  /** Returns the languages that have a route, without those of a model for any language. */
  public Set<String> languages() {
    return Set.copyOf(routes.keySet());
  }

  /**
   * Returns the route of a text. If its language is assumed, {@link #confirm} must follow.
   *
   * @param tag of BCP 47; empty if there is none
   */
  public LanguageChoice choose(String tag, String text) {
    Optional<String> given = tag.isEmpty() ? Optional.empty() : LanguageTag.primary(tag);
    if (given.isPresent() || routes.isEmpty()) {
      return found(given);
    }
    Candidates left = candidatesOf(TextScript.of(text));
    return switch (left.routes().size()) {
      case 0 -> other(left.language());
      case 1 -> assumed(left);
      default -> detected(text, left.languages());
    };
  }

  /**
   * Returns the route of a text after its tokens are known: the same route, unless the language was
   * assumed, more than {@link #UNKNOWN_SHARE} of the tokens are unknown and the detector finds
   * another language.
   *
   * @param choice that {@link #choose} returned for the text
   * @param tokens number of tokens in the text
   * @param unknown number of those that are not in the vocabulary of the chosen model
   */
  public LanguageChoice confirm(LanguageChoice choice, String text, int tokens, int unknown) {
    if (choice.assumed().isEmpty() || unknown <= UNKNOWN_SHARE * tokens) {
      return choice;
    }
    if (!detector.languages().containsAll(choice.assumed())) {
      return choice;
    }
    LanguageProbabilities probabilities = detector.detect(text);
    return probabilities.excludes(choice.assumed()) ? other(probabilities.found()) : choice;
  }

  private LanguageChoice detected(String text, List<String> candidates) {
    if (!detector.languages().containsAll(candidates)) {
      // A language that the detector does not know can never be excluded.
      return other(Optional.empty());
    }
    LanguageProbabilities probabilities = detector.detect(text);
    if (probabilities.excludes(candidates)) {
      return other(probabilities.found());
    }
    return probabilities
        .among(candidates)
        .map(language -> found(Optional.of(language)))
        .orElseGet(() -> other(Optional.empty()));
  }

  private LanguageChoice assumed(Candidates left) {
    return new LanguageChoice(
        left.routes().stream().findFirst(), left.language(), left.languages());
  }

  private LanguageChoice found(Optional<String> language) {
    Optional<String> route = language.map(routes::get);
    return route.isPresent() ? new LanguageChoice(route, language, List.of()) : other(language);
  }

  /** Returns the choice for a text in a language without a route, or in an unknown one. */
  private LanguageChoice other(Optional<String> language) {
    return new LanguageChoice(others, language, List.of());
  }

  private Candidates candidatesOf(UnicodeScript script) {
    Candidates left = byScript.get(script);
    if (left == null) {
      throw new IllegalStateException("No candidates for the script " + script + ".");
    }
    return left;
  }
}
