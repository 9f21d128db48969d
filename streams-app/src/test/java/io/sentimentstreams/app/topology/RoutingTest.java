package io.sentimentstreams.app.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sentimentstreams.app.serving.ActiveModel;
import io.sentimentstreams.app.serving.TinyModel;
import io.sentimentstreams.model.bundle.LoadedBundle;
import io.sentimentstreams.model.decision.AbstainRules;
import io.sentimentstreams.schemas.AbstainReason;
import io.sentimentstreams.schemas.ReviewEvent;
import io.sentimentstreams.schemas.ReviewScore;
import io.sentimentstreams.schemas.wire.RecordEncoder;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reviews of several languages and the models that score them. */
class RoutingTest {

  private static final String ENGLISH = "a good film";
  private static final String KOREAN = "좋은 영화";
  private static final String GERMAN = "Das war leider der schlechteste Film des ganzen Jahres.";

  private static final LoadedBundle ENGLISH_BUNDLE =
      TinyModel.inLanguage("english", "en", TinyModel.TEXTS);
  private static final LoadedBundle KOREAN_BUNDLE =
      TinyModel.inLanguage("korean", "ko", List.of("좋은 영화", "나쁜 영화"));

  private final RecordEncoder<ReviewEvent> encoder = RecordEncoder.of(ReviewEvent.class);

  private static ActiveModel model(LoadedBundle bundle, String route) {
    return new ActiveModel(bundle, route, AbstainRules.none());
  }

  private static ScoringDriver englishAndKorean() {
    return new ScoringDriver(model(ENGLISH_BUNDLE, "en"), model(KOREAN_BUNDLE, "ko"));
  }

  private ReviewScore score(ScoringDriver driver, @Nullable String language, String text) {
    ReviewEvent review =
        new ReviewEvent("r1", null, text, language, null, null, Instant.ofEpochMilli(7));
    driver.publish(new TestRecord<>("k".getBytes(UTF_8), encoder.encode(review)));
    return driver.decodedScore();
  }

  private static void assertScoredBy(
      ReviewScore score, LoadedBundle bundle, String route, String text) {
    assertThat(score.getModel().getName()).isEqualTo(bundle.bundle().manifest().name());
    assertThat(score.getModel().getRoute()).isEqualTo(route);
    assertThat(score.getScore()).isEqualTo(bundle.bundle().newScorer().score(text).score());
    assertThat(score.getAbstained()).isNull();
  }

  private static void assertUnsupported(ReviewScore score, @Nullable String language) {
    assertThat(score.getAbstained()).isEqualTo(AbstainReason.UNSUPPORTED_LANGUAGE);
    assertThat(score.getLabel()).isNull();
    assertThat(score.getScore()).isNull();
    assertThat(score.getProbabilities()).isEmpty();
    assertThat(score.getModel()).isNull();
    assertThat(score.getTokens()).isNull();
    assertThat(score.getLanguage()).isEqualTo(language);
    assertThat(score.getReviewId()).isEqualTo("r1");
    assertThat(score.getScoredAt()).isEqualTo(ScoringDriver.NOW);
  }

  @Test
  void eachLanguageHasItsModel() {
    try (ScoringDriver driver = englishAndKorean()) {
      assertScoredBy(score(driver, null, ENGLISH), ENGLISH_BUNDLE, "en", ENGLISH);
      ReviewScore korean = score(driver, null, KOREAN);
      assertScoredBy(korean, KOREAN_BUNDLE, "ko", KOREAN);
      assertThat(korean.getLanguage()).isEqualTo("ko");
    }
  }

  @Test
  void theTagOfTheEventDecides() {
    try (ScoringDriver driver = englishAndKorean()) {
      ReviewScore score = score(driver, "en-US", ENGLISH);
      assertScoredBy(score, ENGLISH_BUNDLE, "en", ENGLISH);
      assertThat(score.getLanguage()).isEqualTo("en");
      assertUnsupported(score(driver, "de", ENGLISH), "de");
      // The text has no word of this model.
      ReviewScore wrong = score(driver, "ko", ENGLISH);
      assertThat(wrong.getAbstained()).isEqualTo(AbstainReason.OUT_OF_VOCABULARY);
      assertThat(wrong.getModel().getRoute()).isEqualTo("ko");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {GERMAN, "C'était vraiment le pire film que j'ai vu cette année."})
  void aThirdLanguageHasNoModel(String text) {
    try (ScoringDriver driver = englishAndKorean()) {
      ReviewScore score = score(driver, null, text);
      assertUnsupported(score, score.getLanguage());
      assertThat(score.getLanguage()).isIn("de", "fr", null);
    }
  }

  @Test
  void aThirdScriptHasNoModel() {
    try (ScoringDriver driver = englishAndKorean()) {
      assertUnsupported(score(driver, null, "Это худший фильм года."), null);
      assertUnsupported(score(driver, null, "今年最悪の映画でした。"), "ja");
    }
  }

  @Test
  void theModelOfAllOtherTextsAnswersThem() {
    LoadedBundle any = TinyModel.inMemory();
    try (ScoringDriver driver = new ScoringDriver(model(KOREAN_BUNDLE, "ko"), model(any, "*"))) {
      assertScoredBy(score(driver, null, ENGLISH), any, "*", ENGLISH);
      assertScoredBy(score(driver, "de", ENGLISH), any, "*", ENGLISH);
      assertScoredBy(score(driver, null, KOREAN), KOREAN_BUNDLE, "ko", KOREAN);
    }
  }

  /** English is assumed, and after its tokens are known, the text has another route. */
  @Test
  void aTextOfAnotherLanguageIsReadAgainByTheModelOfAllOtherTexts() {
    LoadedBundle any = TinyModel.inLanguage("any", "en", List.of(GERMAN));
    LoadedBundle german =
        new LoadedBundle(
            new io.sentimentstreams.model.bundle.Bundle(
                any.bundle().manifest().toBuilder().languages(List.of()).build(),
                any.bundle().tokenizer(),
                any.bundle().model(),
                any.bundle().golden()),
            any.sha256());
    try (ScoringDriver driver =
        new ScoringDriver(model(ENGLISH_BUNDLE, "en"), model(german, "*"))) {
      assertScoredBy(score(driver, null, GERMAN), german, "*", GERMAN);
    }
  }

  @Test
  void oneModelWithLanguagesAnswersNoOthers() {
    try (ScoringDriver driver = new ScoringDriver(model(ENGLISH_BUNDLE, "*"))) {
      assertScoredBy(score(driver, null, ENGLISH), ENGLISH_BUNDLE, "*", ENGLISH);
      assertScoredBy(score(driver, "eng", ENGLISH), ENGLISH_BUNDLE, "*", ENGLISH);
      assertUnsupported(score(driver, null, KOREAN), "ko");
      assertUnsupported(score(driver, "ko", ENGLISH), "ko");
    }
  }

  @Test
  void languagesAreCountedAndDetectionsAreTimed() {
    try (ScoringDriver driver = englishAndKorean()) {
      score(driver, "en", ENGLISH);
      score(driver, null, KOREAN);
      score(driver, "de", ENGLISH);
      score(driver, null, GERMAN);

      assertThat(driver.scrape().lines())
          .contains(
              "sentiment_language_reviews_total{language=\"en\"} 1.0",
              "sentiment_language_reviews_total{language=\"ko\"} 1.0",
              "sentiment_language_detection_seconds_count 1",
              "sentiment_abstained_reviews_total{model=\"\",reason=\"UNSUPPORTED_LANGUAGE\",version=\"\"} 2.0",
              "sentiment_scored_reviews_total{label=\"\",model=\"\",version=\"\"} 2.0",
              "sentiment_e2e_latency_seconds_count{model=\"\",version=\"\"} 2")
          .anyMatch(line -> line.startsWith("sentiment_model_info{model=\"english\""))
          .anyMatch(line -> line.startsWith("sentiment_model_info{model=\"korean\""));
    }
  }

  @Test
  void atMostTwentyLanguagesHaveASeries() {
    try (ScoringDriver driver = englishAndKorean()) {
      for (char second = 'a'; second <= 'z'; second++) {
        score(driver, "q" + second, ENGLISH);
      }
      assertThat(driver.scrape().lines())
          .filteredOn(line -> line.startsWith("sentiment_language_reviews_total{"))
          .hasSize(21)
          .anyMatch(
              line -> line.startsWith("sentiment_language_reviews_total{language=\"other\"} "));
    }
  }

  @Test
  void aModelForAnyLanguageCostsNothing() {
    try (ScoringDriver driver = new ScoringDriver(TinyModel.inMemory())) {
      ReviewScore score = score(driver, "ko-KR", ENGLISH);
      assertThat(score.getLanguage()).isEqualTo("ko");
      assertThat(score.getModel().getRoute()).isEqualTo("*");
      assertThat(driver.scrape()).doesNotContain("sentiment_language");
    }
  }
}
