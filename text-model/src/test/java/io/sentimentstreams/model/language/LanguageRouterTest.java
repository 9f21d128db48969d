package io.sentimentstreams.model.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageRouterTest {

  private static final String ENGLISH = "a fine film";
  private static final String GERMAN = "ein guter Film";
  private static final String FRENCH = "un bon film";
  private static final String SHORT = "ok";
  private static final String KOREAN = "좋은 영화";
  private static final String RUSSIAN = "хороший фильм";
  private static final String EMOJI = "👍";

  private final AtomicInteger asked = new AtomicInteger();
  private final LanguageDetector detector = new Known();

  /** A detector that knows the texts above. */
  private final class Known implements LanguageDetector {

    @Override
    public Set<String> languages() {
      return Set.of("en", "de", "fr", "ko", "ru");
    }

    @Override
    public LanguageProbabilities detect(String text) {
      asked.incrementAndGet();
      return new LanguageProbabilities(
          switch (text) {
            case ENGLISH -> Map.of("en", 0.6, "de", 0.2, "fr", 0.2);
            case GERMAN -> Map.of("en", 0.2, "de", 0.6, "fr", 0.2);
            case FRENCH -> Map.of("en", 0.2, "de", 0.2, "fr", 0.6);
            default -> Map.of("en", 0.2, "de", 0.2, "fr", 0.2, "ko", 0.2, "ru", 0.2);
          });
    }
  }

  /** Creates a router of routes such as {@code en} or {@code *:en,ko}. */
  private LanguageRouter router(String... routes) {
    return new LanguageRouter(
        Arrays.stream(routes)
            .map(
                each -> {
                  String[] parts = each.split(":", -1);
                  return new LanguageRoute(
                      parts[0], parts.length == 1 ? List.of() : List.of(parts[1].split(",", -1)));
                })
            .toList(),
        detector);
  }

  private static String text(String name) {
    return switch (name) {
      case "ENGLISH" -> ENGLISH;
      case "GERMAN" -> GERMAN;
      case "FRENCH" -> FRENCH;
      case "KOREAN" -> KOREAN;
      case "RUSSIAN" -> RUSSIAN;
      case "EMOJI" -> EMOJI;
      default -> SHORT;
    };
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        // One route for any language: nothing is asked.
        "*, '', ENGLISH, *, -, 0",
        "*, en-GB, KOREAN, *, en, 0",
        "*, '', KOREAN, *, -, 0",
        // A tag decides, also against the script.
        "en ko, ko, ENGLISH, ko, ko, 0",
        "en ko, kor, ENGLISH, ko, ko, 0",
        "en ko *, de, ENGLISH, *, de, 0",
        "en ko, de, ENGLISH, -, de, 0",
        "*:en, en_US, KOREAN, *, en, 0",
        "*:en, ko, ENGLISH, -, ko, 0",
        "en *:en;ko, ko, ENGLISH, *, ko, 0",
        "no, nb-NO, ENGLISH, no, no, 0",
        "nb, no, ENGLISH, nb, no, 0",
        // Tags without a language are ignored.
        "en ko, und, KOREAN, ko, ko, 0",
        "en ko, mul, ENGLISH, en, en, 0",
        "en ko, not a tag, ENGLISH, en, en, 0",
        // The script leaves no candidate.
        "en ko, '', RUSSIAN, -, -, 0",
        "en ko *, '', RUSSIAN, *, -, 0",
        "*:en, '', KOREAN, -, ko, 0",
        // The script leaves one candidate.
        "en ko, '', ENGLISH, en, en, 0",
        "en ko, '', GERMAN, en, en, 0",
        "en ko, '', KOREAN, ko, ko, 0",
        "*:en, '', EMOJI, *, -, 0",
        // So do candidates of one route.
        "*:en;de, '', GERMAN, *, -, 0",
        "*:en;de, '', EMOJI, *, -, 0",
        // The detector selects one of several candidates.
        "en de, '', GERMAN, de, de, 1",
        "en de ko, '', ENGLISH, en, en, 1",
        "en de, '', FRENCH, -, fr, 1",
        "en de *, '', FRENCH, *, fr, 1",
        // It does not know.
        "en de, '', SHORT, -, -, 1",
        "en de *, '', SHORT, *, -, 1",
        "en ko, '', EMOJI, -, -, 1",
        // A language that it does not know cannot be excluded.
        "en gsw, '', ENGLISH, -, -, 0",
        "en gsw *, '', ENGLISH, *, -, 0",
        "gsw, '', ENGLISH, gsw, gsw, 0"
      })
  void eachTextHasARoute(
      String routes, String tag, String text, String route, String language, int questions) {
    LanguageChoice choice = router(routes.replace(';', ',').split(" ", -1)).choose(tag, text(text));
    assertThat(choice.route().orElse(null)).isEqualTo(route);
    assertThat(choice.language().orElse(null)).isEqualTo(language);
    assertThat(asked).hasValue(questions);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        // Few unknown tokens: the assumed language needs no confirmation.
        "en ko, '', GERMAN, 10, 2, en, en, 0",
        "en ko, '', GERMAN, 0, 0, en, en, 0",
        // Many unknown tokens in another language.
        "en ko, '', GERMAN, 10, 3, -, de, 1",
        "en ko *, '', GERMAN, 10, 3, *, de, 1",
        "*:en, '', FRENCH, 2, 2, -, fr, 1",
        "*:en;de, '', FRENCH, 2, 2, -, fr, 1",
        // Many unknown tokens in the assumed language, or in one that cannot be found.
        "en ko, '', ENGLISH, 10, 10, en, en, 1",
        "*:en, '', SHORT, 1, 1, *, en, 1",
        "*:en;de, '', SHORT, 1, 1, *, -, 1",
        "*:en;de, '', GERMAN, 2, 2, *, -, 1",
        "en ko, '', KOREAN, 2, 2, ko, ko, 1",
        // A language that was given or found is not confirmed.
        "en ko, en, GERMAN, 10, 10, en, en, 0",
        "en de, '', GERMAN, 10, 10, de, de, 1",
        "*, '', GERMAN, 10, 10, *, -, 0",
        // The detector does not know the assumed language.
        "gsw, '', GERMAN, 10, 10, gsw, gsw, 0"
      })
  void anAssumedLanguageIsConfirmed(
      String routes,
      String tag,
      String text,
      int tokens,
      int unknown,
      String route,
      String language,
      int questions) {
    LanguageRouter router = router(routes.replace(';', ',').split(" ", -1));
    LanguageChoice choice =
        router.confirm(router.choose(tag, text(text)), text(text), tokens, unknown);
    assertThat(choice.route().orElse(null)).isEqualTo(route);
    assertThat(choice.language().orElse(null)).isEqualTo(language);
    assertThat(asked).hasValue(questions);
  }

  @Test
  void theDetectorIsNotAskedAboutTextsWithKnownTokens() {
    LanguageRouter router = router("en", "ko");
    for (String text : List.of(ENGLISH, GERMAN, KOREAN)) {
      router.confirm(router.choose("", text), text, 10, 2);
    }
    assertThat(asked).hasValue(0);
  }

  @Test
  void theLanguagesWithARouteAreListed() {
    assertThat(router("ko", "*:en,nb").languages()).containsExactlyInAnyOrder("ko", "en", "no");
    assertThat(router("*").languages()).isEmpty();
  }

  @Test
  void routesDiffer() {
    assertThatThrownBy(() -> router("en", "eng"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("eng");
    assertThatThrownBy(() -> router("*", "*")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aRouteHasAModelForItsLanguage() {
    assertThatThrownBy(() -> router("ko:en"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ko")
        .hasMessageContaining("en");
    assertThatThrownBy(() -> router("english")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> router("en-US")).isInstanceOf(IllegalArgumentException.class);
    assertThat(router("eng:en,de").languages()).containsExactly("en");
  }
}
