package io.sentimentstreams.trainer.report;

import static j2html.TagCreator.h2;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;

import io.sentimentstreams.trainer.evaluate.OrderedMeasures;
import j2html.tags.DomContent;
import java.util.List;

/**
 * The distances between predicted and true labels of a scale.
 *
 * @param labels in the order of the scale
 * @param measures the distances
 */
record ScaleSection(List<String> labels, OrderedMeasures measures) {

  DomContent html() {
    Double kappa = measures.quadraticWeightedKappa();
    return section(
        h2("Distance on the scale"),
        p(
            "The labels are a scale from %s to %s. Distances are in steps from one label to the next, and positions count from 1."
                .formatted(labels.get(0), labels.get(labels.size() - 1))),
        new HtmlTable(
                "Mean absolute error, agreement and mean position",
                List.of("figure", "by the most probable label", "by the expected position"),
                List.of(
                    List.of(
                        "MAE",
                        HtmlTable.number(measures.meanAbsoluteError()),
                        HtmlTable.number(measures.meanAbsoluteErrorExpected())),
                    List.of(
                        "quadratic weighted kappa",
                        kappa == null ? "undefined: all labels are one" : HtmlTable.number(kappa),
                        ""),
                    List.of(
                        "mean position, true: " + HtmlTable.number(measures.meanTruePosition()),
                        "",
                        HtmlTable.number(measures.meanExpectedPosition()))))
            .html());
  }
}
