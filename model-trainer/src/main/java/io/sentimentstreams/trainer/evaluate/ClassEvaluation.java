package io.sentimentstreams.trainer.evaluate;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.List;
import java.util.Locale;

/**
 * A model of more than two labels measured on a data set, for people and for machines.
 *
 * @param measures what was measured
 * @param bundle which model
 * @param data which texts
 * @param secondsScoring from the first text to the last one, all threads together
 * @param millisecondsPerReview what one text costs one thread, in the mean
 */
public record ClassEvaluation(
    @JsonUnwrapped ClassMeasures measures,
    Evaluation.BundleId bundle,
    Evaluation.DataId data,
    double secondsScoring,
    double millisecondsPerReview) {

  /** So many labels fit side by side. */
  private static final int MAX_COLUMNS = 12;

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
    Double auc = measures.auc();
    StringBuilder text = new StringBuilder();
    line(text, "bundle             %s %s", bundle.name(), bundle.version());
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
        auc == null ? "one label only" : String.format(Locale.ROOT, "%.4f", auc));
    line(text, "calibration error  %.4f%n", measures.calibrationError());
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
        "%n%.1f s of scoring, %.2f ms a text on one thread",
        secondsScoring,
        millisecondsPerReview);
    return text.toString().stripTrailing();
  }

  private String confusion() {
    if (measures.labels().size() > MAX_COLUMNS) {
      return String.format(
          Locale.ROOT, "%nconfusion matrix: %d labels, see --json%n", measures.labels().size());
    }
    StringBuilder text = new StringBuilder();
    text.append(String.format(Locale.ROOT, "%n%-18s", "said to be"));
    measures
        .labels()
        .forEach(label -> text.append(String.format(Locale.ROOT, " %10.10s", label.label())));
    text.append(String.format(Locale.ROOT, "%n"));
    for (int i = 0; i < measures.labels().size(); i++) {
      text.append(String.format(Locale.ROOT, "is %-15.15s", measures.labels().get(i).label()));
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
