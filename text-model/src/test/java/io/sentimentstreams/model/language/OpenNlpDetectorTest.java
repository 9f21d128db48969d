package io.sentimentstreams.model.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenNlpDetectorTest {

  private final LanguageDetector detector = new OpenNlpDetector();

  @Test
  void theReviewsOfALanguageAreInIt() {
    Map<String, String> texts =
        Reviews.all().stream()
            .collect(
                Collectors.groupingBy(
                    Reviews.Line::language,
                    Collectors.mapping(Reviews.Line::text, Collectors.joining(" "))));
    texts.forEach(
        (language, text) ->
            assertThat(detector.detect(text).among(detector.languages())).contains(language));
    assertThat(texts).hasSizeGreaterThan(20);
  }

  @Test
  void languagesHaveOneSpelling() {
    assertThat(detector.languages())
        .contains("en", "ko", "zh", "no", "et", "fa")
        .doesNotContain("nb", "cmn", "nob", "ekk", "eng");
    assertThat(detector.languages()).allMatch(each -> LanguageTag.primary(each).isPresent());
  }

  /** In a text without evidence, two forms of one language must not outweigh the others. */
  @ParameterizedTest
  @ValueSource(strings = {"", " ", "👍", "10/10", "\uD83D", "\uDC4D\uD83D", "ㅋ", "\u0000"})
  void aTextWithoutEvidenceIsInNoLanguage(String text) {
    LanguageProbabilities probabilities = detector.detect(text);
    assertThat(probabilities.found()).isEmpty();
    assertThat(probabilities.excludes(List.of("en"))).isFalse();
    assertThat(probabilities.among(List.of("en", "no", "de"))).isEmpty();
  }

  @Test
  void onlyTheBeginningIsRead() {
    String english = "This film is a waste of time and money. ".repeat(20);
    String beginning = english.substring(0, OpenNlpDetector.MAX_CHARS);
    assertThat(detector.detect(beginning + " ein sehr guter Film".repeat(10_000)))
        .isEqualTo(detector.detect(beginning));
    String emoji = "x".repeat(OpenNlpDetector.MAX_CHARS - 1) + "👍";
    assertThat(detector.detect(emoji))
        .isEqualTo(detector.detect(emoji.substring(0, OpenNlpDetector.MAX_CHARS - 1)));
  }

  @Test
  void threadsShareIt() throws Exception {
    List<Reviews.Line> texts = Reviews.all();
    List<LanguageProbabilities> alone =
        texts.stream().map(each -> detector.detect(each.text())).toList();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      Callable<List<LanguageProbabilities>> all =
          () -> texts.stream().map(each -> detector.detect(each.text())).toList();
      for (Future<List<LanguageProbabilities>> each :
          threads.invokeAll(Stream.generate(() -> all).limit(8).toList())) {
        assertThat(each.get()).isEqualTo(alone);
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
