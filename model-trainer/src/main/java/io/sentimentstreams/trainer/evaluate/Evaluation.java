package io.sentimentstreams.trainer.evaluate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Evaluation of a binary classifier on a data set.
 *
 * @param measures metrics
 * @param bundle the model
 * @param data the data set
 * @param secondsScoring wall-clock time of scoring in seconds
 * @param millisecondsPerReview mean time per review on one thread in milliseconds
 * @param outsideBand metrics of the decisions outside of the bundle's abstain band; null for a
 *     bundle without a band
 * @param answers texts that the model answers; null for a model without a bundle
 */
public record Evaluation(
    @JsonUnwrapped Measures measures,
    BundleId bundle,
    DataId data,
    double secondsScoring,
    double millisecondsPerReview,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable SelectiveMetrics outsideBand,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Answers answers) {

  /** Creates an evaluation of a model without a bundle. */
  public Evaluation(
      Measures measures,
      BundleId bundle,
      DataId data,
      double secondsScoring,
      double millisecondsPerReview) {
    this(measures, bundle, data, secondsScoring, millisecondsPerReview, null, null);
  }

  /**
   * Identity of the evaluated model.
   *
   * @param name the bundle's name
   * @param version the bundle's version
   * @param sha256 digest of the bundle file, 64 lower-case hex digits; null for a model without a
   *     bundle
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record BundleId(String name, String version, @Nullable String sha256) {

    String toText() {
      return sha256 == null
          ? "model              %s, %s".formatted(name, version)
          : "bundle             %s %s (sha256 %.12s)".formatted(name, version, sha256);
    }
  }

  /**
   * Identity of the data set.
   *
   * @param path file or folder
   * @param split name of the split
   * @param sha256 fingerprint, 64 lower-case hex digits
   * @param examples number of reviews
   */
  public record DataId(String path, String split, String sha256, int examples) {}

  /** Returns the evaluation as indented JSON. */
  public String toJson() {
    try {
      return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an evaluation is always serializable", e);
    }
  }

  /** Returns the evaluation as a text table, with the labels negative and positive. */
  public String toText() {
    return toText("negative", "positive");
  }

  /**
   * Returns the evaluation as a text table.
   *
   * @param negative name of the label of scores below the threshold
   * @param positive name of the other label
   */
  public String toText(String negative, String positive) {
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
    %s%s
    %s
    scoring time       %.1f s, %.2f ms per review on one thread""",
        bundle.toText(),
        data.path(),
        data.split(),
        data.examples(),
        data.sha256().substring(0, 12),
        measures.accuracy(),
        measures.logLoss(),
        auc == null ? "undefined: the data has one label" : String.format(Locale.ROOT, "%.4f", auc),
        measures.f1(),
        measures.precision(),
        measures.recall(),
        measures.calibrationError(),
        answers == null ? "" : answers.toText(),
        band(),
        table(confusion, negative, positive),
        secondsScoring,
        millisecondsPerReview);
  }

  private static String table(ConfusionMatrix confusion, String negative, String positive) {
    String right = "predicted " + positive;
    String wrong = "predicted " + negative;
    int first = Math.max("true ".length() + Math.max(positive.length(), negative.length()), 17);
    String row = "%%-%ds  %%%ds  %%%ds%%n".formatted(first, right.length(), wrong.length());
    return String.format(Locale.ROOT, row, "", right, wrong)
        + String.format(
            Locale.ROOT,
            row,
            "true " + positive,
            confusion.truePositives(),
            confusion.falseNegatives())
        + String.format(
            Locale.ROOT,
            row,
            "true " + negative,
            confusion.falsePositives(),
            confusion.trueNegatives());
  }

  private String band() {
    return outsideBand == null
        ? ""
        : String.format(
            Locale.ROOT,
            "outside the band   coverage %.1f %%, accuracy %.1f %% (scores below %s or from %s)%n",
            100 * outsideBand.coverage(),
            100 * outsideBand.precision(),
            outsideBand.low(),
            outsideBand.high());
  }
}
