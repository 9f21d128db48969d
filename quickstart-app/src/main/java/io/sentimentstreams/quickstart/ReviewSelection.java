package io.sentimentstreams.quickstart;

import io.sentimentstreams.quickstart.review.LabelledReview;
import io.sentimentstreams.quickstart.review.ReviewFile;
import io.sentimentstreams.quickstart.review.ReviewFolder;
import io.sentimentstreams.quickstart.review.SampleReviews;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The reviews of a run and the bundles that score them.
 *
 * @param routes the bundles by language
 * @param model the facts about the bundles
 * @param reviews at least one
 * @param description of the reviews, for people
 */
record ReviewSelection(
    BundleRoutes routes, PlayedModel model, List<LabelledReview> reviews, String description) {

  private static final String KOREAN = "ko";
  private static final String ENGLISH = "en";

  ReviewSelection {
    reviews = List.copyOf(reviews);
  }

  /** Returns samples in several languages, which two bundles score. */
  static ReviewSelection ofTwoLanguages(Path models) {
    return new ReviewSelection(
        BundleRoutes.shipped(models),
        PlayedModel.shipped(),
        SampleReviews.ofAllLanguages(),
        "film reviews in English, Korean, German and French");
  }

  /** Returns samples that are hard to label. */
  static ReviewSelection hard(BundleRoutes routes, PlayedModel model) {
    return new ReviewSelection(
        routes,
        model,
        expectedOf(model, SampleReviews.hard()),
        "reviews that are hard to label: irony, negation, mixed feelings");
  }

  /** Returns the samples in the languages of a model. */
  static ReviewSelection clear(BundleRoutes routes, PlayedModel model) {
    List<LabelledReview> samples = new ArrayList<>();
    boolean namesKorean = model.languages().contains(KOREAN);
    if (model.answers(ENGLISH) || !namesKorean) {
      samples.addAll(SampleReviews.clear());
    }
    if (namesKorean) {
      samples.addAll(SampleReviews.korean());
    }
    return new ReviewSelection(
        routes,
        model,
        expectedOf(model, samples),
        "film reviews that are easy to label (--hard sends harder ones, --data your own)");
  }

  /**
   * Returns the reviews of a folder or a file.
   *
   * @param limit the maximum number of reviews
   * @throws IOException if the data has another layout or a label that the model does not have
   */
  static ReviewSelection data(BundleRoutes routes, PlayedModel model, Path data, int limit)
      throws IOException {
    if (Files.notExists(data)) {
      throw new IOException(
          "The data does not exist: " + data + ". Use --data with a folder or file.");
    }
    List<LabelledReview> reviews =
        Files.isDirectory(data)
            ? expectedOf(model, ReviewFolder.read(data, limit))
            : ReviewFile.read(data, model.labels(), limit);
    return new ReviewSelection(routes, model, reviews, "the reviews in " + data);
  }

  /** Drops expected labels that the model cannot give. */
  private static List<LabelledReview> expectedOf(PlayedModel model, List<LabelledReview> reviews) {
    return reviews.stream()
        .map(review -> review.withExpected(review.expected().flatMap(model.labels()::find)))
        .toList();
  }
}
