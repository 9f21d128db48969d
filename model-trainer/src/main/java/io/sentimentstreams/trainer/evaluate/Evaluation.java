package io.sentimentstreams.trainer.evaluate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A model measured on a data set, for people and for machines.
 *
 * @param measures what was measured
 * @param bundle which model
 * @param data which reviews
 * @param secondsScoring from the first score to the last one, all threads together
 * @param millisecondsPerReview what one review costs one thread, in the mean
 * @param outsideBand what decisions are worth where the bundle's band of uncertain scores abstains;
 *     null where it has none
 */
public record Evaluation(
    @JsonUnwrapped Measures measures,
    BundleId bundle,
    DataId data,
    double secondsScoring,
    double millisecondsPerReview,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable SelectiveMetrics outsideBand) {

  /** Of a model without a band of uncertain scores. */
  public Evaluation(
      Measures measures,
      BundleId bundle,
      DataId data,
      double secondsScoring,
      double millisecondsPerReview) {
    this(measures, bundle, data, secondsScoring, millisecondsPerReview, null);
  }

  /**
   * Which model was measured.
   *
   * @param name the bundle's name
   * @param version the bundle's version
   * @param sha256 of the bundle's file, 64 lower-case hex digits; null for a model without a bundle
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record BundleId(String name, String version, @Nullable String sha256) {

    private String toText() {
      return sha256 == null
          ? "model              %s, %s".formatted(name, version)
          : "bundle             %s %s (sha256 %.12s)".formatted(name, version, sha256);
    }
  }

  /**
   * Which reviews it was measured on.
   *
   * @param path where they were read
   * @param split which part of them
   * @param sha256 their fingerprint, 64 lower-case hex digits
   * @param examples how many there are
   */
  public record DataId(String path, String split, String sha256, int examples) {}

  /** The whole as indented JSON. */
  public String toJson() {
    try {
      return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("numbers and texts always become JSON", e);
    }
  }

  /** The whole as a table to read. */
  public String toText() {
    ConfusionMatrix confusion = measures.confusion();
    Double auc = measures.auc();
    return String.format(
        Locale.ROOT,
        """
    %s
    data               %s, %s, %,d reviews (sha256 %s)

    accuracy           %.4f
    log loss           %.4f
    AUC                %s
    F1                 %.4f   precision %.4f   recall %.4f
    calibration error  %.4f
    %s
                       said positive  said negative
    is positive        %13d  %13d
    is negative        %13d  %13d

    %.1f s of scoring, %.2f ms a review on one thread""",
        bundle.toText(),
        data.path(),
        data.split(),
        data.examples(),
        data.sha256().substring(0, 12),
        measures.accuracy(),
        measures.logLoss(),
        auc == null ? "only one label in the data" : String.format(Locale.ROOT, "%.4f", auc),
        measures.f1(),
        measures.precision(),
        measures.recall(),
        measures.calibrationError(),
        band(),
        confusion.truePositives(),
        confusion.falseNegatives(),
        confusion.falsePositives(),
        confusion.trueNegatives(),
        secondsScoring,
        millisecondsPerReview);
  }

  private String band() {
    return outsideBand == null
        ? ""
        : String.format(
            Locale.ROOT,
            "outside the band   %.1f %% decided, %.1f %% of them rightly (below %s and from %s)%n",
            100 * outsideBand.coverage(),
            100 * outsideBand.precision(),
            outsideBand.low(),
            outsideBand.high());
  }
}
