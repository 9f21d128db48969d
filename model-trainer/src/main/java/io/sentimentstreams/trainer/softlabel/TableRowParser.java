package io.sentimentstreams.trainer.softlabel;

import io.sentimentstreams.trainer.data.Labels;
import io.sentimentstreams.trainer.data.PrintableText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Parser of tab-separated values: a column {@code text} or {@code id}, a column per label, and
 * optionally {@code weight}. Quotes have no special meaning.
 *
 * @param header facts about the file
 * @param columns names of the columns
 * @param order labels of the file, in the order of their columns
 */
record TableRowParser(SoftLabelHeader header, List<String> columns, LabelOrder order)
    implements RowParser {

  private static final String TEXT = "text";
  private static final String ID = "id";
  private static final String WEIGHT = "weight";
  private static final Set<String> RESERVED = Set.of(TEXT, ID, WEIGHT);

  TableRowParser {
    columns = List.copyOf(columns);
  }

  /** Parses the header. */
  static TableRowParser of(Place place, String line, Labels training) {
    List<String> columns = List.of(line.split("\t", -1));
    training.names().stream()
        .filter(RESERVED::contains)
        .findFirst()
        .ifPresent(
            name -> {
              throw place.error(
                  "the label '%s' has the name of another column".formatted(name),
                  "Use JSON lines");
            });
    if (columns.contains(TEXT) == columns.contains(ID)) {
      throw place.error(
          "neither JSON nor a table with one column text or id, but '%s'"
              .formatted(PrintableText.of(line, 40)),
          "Write JSON lines, or a tab-separated table with text or id and a column per label");
    }
    if (new HashSet<>(columns).size() != columns.size()) {
      throw place.error("a column occurs twice", "Remove one of the columns");
    }
    List<String> labels = columns.stream().filter(name -> !RESERVED.contains(name)).toList();
    return new TableRowParser(
        SoftLabelHeader.ofFile(place), columns, LabelOrder.of(place, labels, training));
  }

  @Override
  public SoftLabelRow row(Place place, String line) {
    List<String> fields = List.of(line.split("\t", -1));
    if (fields.size() != columns.size()) {
      throw place.error(
          "%d columns, but the header has %d".formatted(fields.size(), columns.size()),
          "Write one value per column, without tabs in texts");
    }
    List<Double> values = new ArrayList<>();
    double weight = 1;
    for (int i = 0; i < fields.size(); i++) {
      String column = columns.get(i);
      if (column.equals(WEIGHT)) {
        weight = fields.get(i).isEmpty() ? 1 : number(place, column, fields.get(i));
      } else if (!RESERVED.contains(column)) {
        values.add(number(place, column, fields.get(i)));
      }
    }
    double[] probabilities =
        order.arranged(place, values.stream().mapToDouble(Double::doubleValue).toArray());
    return columns.contains(TEXT)
        ? SoftLabelRow.ofText(place, fields.get(columns.indexOf(TEXT)), probabilities, weight)
        : SoftLabelRow.ofId(place, fields.get(columns.indexOf(ID)), probabilities, weight);
  }

  private static double number(Place place, String column, String field) {
    if (!field.matches("-?[0-9]*\\.?[0-9]+([eE][-+]?[0-9]+)?|[0-9]+\\.")) {
      throw place.error(
          "'%s' in the column %s is not a number".formatted(PrintableText.of(field, 40), column),
          "Write a number such as 0.25");
    }
    return Double.parseDouble(field);
  }
}
