package io.sentimentstreams.trainer.report;

import static j2html.TagCreator.caption;
import static j2html.TagCreator.each;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An HTML table.
 *
 * @param title caption
 * @param header column names
 * @param rows cells by row, one per column
 */
record HtmlTable(String title, List<String> header, List<List<String>> rows) {

  HtmlTable {
    header = List.copyOf(header);
    rows = List.copyOf(rows);
  }

  /** Creates a table of names and values. */
  static HtmlTable of(String title, Map<String, String> values) {
    List<List<String>> rows = new ArrayList<>();
    values.forEach((name, value) -> rows.add(List.of(name, value)));
    return new HtmlTable(title, List.of("name", "value"), rows);
  }

  /** Formats a number with four decimals. */
  static String number(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  /** Formats a share as a percentage. */
  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  /** Formats a count with thousands separators. */
  static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** Renders the table with escaped cells; the first column contains row headers. */
  DomContent html() {
    return table(
        caption(title),
        thead(tr(each(header, name -> th(name).attr("scope", "col")))),
        tbody(each(rows, HtmlTable::row)));
  }

  private static DomContent row(List<String> cells) {
    return tr(
        th(cells.get(0)).attr("scope", "row"),
        each(cells.subList(1, cells.size()), cell -> td(cell)));
  }
}
