package io.sentimentstreams.trainer.behave.suite;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text, or a pair of texts, with slots. {@code {noun}} is a column of a table, {@code {Noun}} its
 * value with a capital letter, {@code {NOUN}} all in capitals, and {@code {a|b}} a list of values.
 * The longest column decides how many expansions there are; shorter ones start again. Slots of one
 * table take one row. Immutable.
 */
final class Template {

  private static final Pattern SLOT = Pattern.compile("\\{([^{}]+)}");
  private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9a-f]{4})|([ns]))");

  private final List<String> parts;
  private final SlotTables tables;
  private final int shift;

  /**
   * Creates a template.
   *
   * @param parts the text, and its partner if it has one
   * @param shift number of rows by which the second table is ahead of the first one, the third of
   *     the second one, and so on; different shifts combine other values
   */
  Template(List<String> parts, SlotTables tables, int shift) {
    this.parts = List.copyOf(parts);
    this.tables = tables;
    this.shift = shift;
  }

  /** Returns the different expansions, each with as many texts as the template has parts. */
  List<List<String>> expansions() {
    int size = 1;
    for (String part : parts) {
      Matcher slots = SLOT.matcher(part);
      while (slots.find()) {
        size = Math.max(size, values(slots.group(1)).size());
      }
    }
    Set<List<String>> expansions = new LinkedHashSet<>();
    for (int i = 0; i < size; i++) {
      // Numbers of the tables in the order of their first slot, so that both parts agree.
      Map<Integer, Integer> order = new HashMap<>();
      int row = i;
      expansions.add(parts.stream().map(part -> expand(part, row, order)).toList());
    }
    return List.copyOf(expansions);
  }

  private String expand(String part, int row, Map<Integer, Integer> order) {
    String text =
        SLOT.matcher(part)
            .replaceAll(slot -> Matcher.quoteReplacement(value(slot.group(1), row, order)));
    return ESCAPE
        .matcher(text)
        .replaceAll(escape -> Matcher.quoteReplacement(unescaped(escape.group())));
  }

  private static String unescaped(String escape) {
    return switch (escape.charAt(1)) {
      case 'n' -> "\n";
      case 's' -> " ";
      default -> Character.toString(Integer.parseInt(escape.substring(2), 16));
    };
  }

  private String value(String slot, int row, Map<Integer, Integer> order) {
    List<String> values = values(slot);
    if (slot.contains("|")) {
      return values.get(row % values.size());
    }
    int table = tables.column(slot.toLowerCase(Locale.ROOT)).table();
    int position = order.computeIfAbsent(table, first -> order.size());
    String value = values.get((row + position * shift) % values.size());
    if (slot.equals(slot.toUpperCase(Locale.ROOT))) {
      return value.toUpperCase(Locale.ROOT);
    }
    return Character.isUpperCase(slot.charAt(0))
        ? value.substring(0, 1).toUpperCase(Locale.ROOT) + value.substring(1)
        : value;
  }

  private List<String> values(String slot) {
    return slot.contains("|")
        ? List.of(slot.split("\\|", -1))
        : tables.column(slot.toLowerCase(Locale.ROOT)).values();
  }
}
