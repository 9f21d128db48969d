package io.sentimentstreams.trainer.evaluate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Evaluation of a model with more than two labels on a data set.
 *
 * @param measures metrics
 * @param bundle the model
 * @param data the data set
 * @param secondsScoring wall-clock time of scoring in seconds
 * @param millisecondsPerReview mean time per text on one thread in milliseconds
 * @param answers texts that the model answers; null for a model without a bundle
 */
public record ClassEvaluation(
    @JsonUnwrapped ClassMeasures measures,
    Evaluation.BundleId bundle,
    Evaluation.DataId data,
    double secondsScoring,
    double millisecondsPerReview,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Answers answers) {

  /** Maximum number of labels in the printed confusion matrix. */
  private static final int MAX_COLUMNS = 12;

  /** Returns the evaluation as indented JSON. */
  public String toJson() {
    try {
      return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an evaluation is always serializable", e);
    }
  }

  /** Returns the evaluation as a text table. */
  public String toText() {
    Double auc = measures.auc();
    StringBuilder text = new StringBuilder();
    line(text, "%s", bundle.toText());
    line(
        text,
        "data               %s, %s, %,d texts (sha256 %.12s)%n",
        data.path(),
        data.split(),
        data.examples(),
        data.sha256());
    line(text, "accuracy           %.4f", measures.accuracy());
    line(text, "log loss           %.4f", measures.logLoss());
    line(text, "macro F1           %.4f", measures.macroF1());
    line(
        text,
        "AUC                %s",
        auc == null
            ? "undefined: the data has one label"
            : String.format(Locale.ROOT, "%.4f", auc));
    line(text, "calibration error  %.4f", measures.calibrationError());
    text.append(answers == null ? "" : answers.toText());
    text.append(measures.ordered() == null ? "" : measures.ordered().toText(measures.labels()));
    line(text, "");
    line(text, "%-18s %8s %10s %8s %8s", "label", "texts", "precision", "recall", "F1");
    for (LabelMeasures label : measures.labels()) {
      line(
          text,
          "%-18s %8d %10.4f %8.4f %8.4f",
          label.label(),
          label.examples(),
          label.precision(),
          label.recall(),
          label.f1());
    }
    text.append(confusion());
    line(
        text,
        "%nscoring time        %.1f s, %.2f ms per text on one thread",
        secondsScoring,
        millisecondsPerReview);
    return text.toString().stripTrailing();
  }

  private String confusion() {
    if (measures.labels().size() > MAX_COLUMNS) {
      return String.format(
          Locale.ROOT, "%nconfusion matrix: %d labels, use --json%n", measures.labels().size());
    }
    StringBuilder text = new StringBuilder();
    text.append(String.format(Locale.ROOT, "%n%-18s", "true \\ predicted"));
    measures
        .labels()
        .forEach(label -> text.append(String.format(Locale.ROOT, " %10.10s", label.label())));
    text.append(String.format(Locale.ROOT, "%n"));
    for (int i = 0; i < measures.labels().size(); i++) {
      text.append(String.format(Locale.ROOT, "%-18.18s", measures.labels().get(i).label()));
      List<Integer> counts = measures.confusion().get(i);
      counts.forEach(count -> text.append(String.format(Locale.ROOT, " %10d", count)));
      text.append(String.format(Locale.ROOT, "%n"));
    }
    return text.toString();
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format + "%n", values));
  }
}
