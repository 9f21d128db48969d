package io.sentimentstreams.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.sentimentstreams.schemas.AbstainReason;
import io.sentimentstreams.schemas.ReviewScore;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The shipped bundles in one instance: the detected language selects the model. */
@ExtendWith(ShowLogsOfFailedTests.class)
class RoutesIT {

  private static final Path MODELS = Path.of(System.getProperty("repository.root"), "models");
  private static final Path ENGLISH = MODELS.resolve("imdb-default");
  private static final Path KOREAN = MODELS.resolve("nsmc-default");

  @Test
  void eachLanguageHasItsModelAndOthersHaveNoAnswer(@TempDir Path folder) throws Exception {
    Map<String, String> settings =
        Map.of("models.route.en", ENGLISH.toString(), "models.route.ko", KOREAN.toString());
    List<String> english = SampleReviews.texts();
    List<String> korean = SampleReviews.korean();
    List<String> others = SampleReviews.otherLanguages();
    try (Cluster cluster = new Cluster(folder, 2);
        ReviewStream reviews = cluster.reviews();
        TopicRecords scores = cluster.committed(Cluster.SCORES);
        ScoringProcess application = cluster.startApplication(RoutesIT.class, settings)) {
      assertThat(application.isReady()).isTrue();
      publish(reviews, "en", english);
      publish(reviews, "ko", korean);
      publish(reviews, "others", others);
      scores.awaitAtLeast(english.size() + korean.size() + others.size());

      Map<String, ReviewScore> byReview = scores.byReview();
      assertThat(byReview).hasSize(english.size() + korean.size() + others.size());
      assertEqualToOffline(byReview, "en", english, ENGLISH);
      assertEqualToOffline(byReview, "ko", korean, KOREAN);
      for (int i = 0; i < others.size(); i++) {
        assertThat(byReview.get("others-" + i)).satisfies(RoutesIT::hasNoModel);
      }
      assertThat(application.terminate()).isZero();
    }
  }

  private static void hasNoModel(ReviewScore score) {
    assertThat(score.getAbstained()).isEqualTo(AbstainReason.UNSUPPORTED_LANGUAGE);
    assertThat(score.getLanguage()).isIn("de", "fr");
    assertThat(score.getLabel()).isNull();
    assertThat(score.getProbabilities()).isEmpty();
    assertThat(score.getModel()).isNull();
  }

  private static void assertEqualToOffline(
      Map<String, ReviewScore> scores, String route, List<String> texts, Path bundle) {
    OfflineAnswers offline = new OfflineAnswers(bundle);
    for (int i = 0; i < texts.size(); i++) {
      ReviewScore score = Objects.requireNonNull(scores.get(route + "-" + i));
      assertThat(score.getModel()).as(texts.get(i)).isNotNull();
      assertThat(score.getModel().getRoute()).isEqualTo(route);
      offline.assertEquals(score, texts.get(i));
    }
  }

  private static void publish(ReviewStream reviews, String prefix, List<String> texts) {
    for (int i = 0; i < texts.size(); i++) {
      String id = prefix + "-" + i;
      reviews.publish(id, reviews.encoded(id, texts.get(i)));
    }
    reviews.confirm();
  }
}
