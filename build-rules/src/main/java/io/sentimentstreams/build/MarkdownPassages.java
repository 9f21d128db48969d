package io.sentimentstreams.build;

import io.sentimentstreams.build.Passage.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Splits Markdown into passages. Thread-safe. */
final class MarkdownPassages {

  private static final Pattern FENCE = Pattern.compile("^\\s*(```|~~~).*");
  private static final Pattern COMMENT = Pattern.compile("<!--.*?-->");
  private static final Pattern SEPARATOR = Pattern.compile("^[|:\\s-]+$");
  private static final Pattern ITEM = Pattern.compile("^\\s*(?:[-*+]|\\d+[.)])\\s+");
  private static final Pattern HEADING = Pattern.compile("^#{1,6}\\s+");
  private static final Pattern CELL_BORDER = Pattern.compile("(?<!\\\\)\\|");

  private MarkdownPassages() {}

  /** Returns the passages of a page in their order. */
  static List<Passage> of(String markdown) {
    List<String> lines = markdown.lines().toList();
    List<Passage> passages = new ArrayList<>();
    boolean fenced = false;
    for (int i = 0; i < lines.size(); i++) {
      String line = COMMENT.matcher(lines.get(i)).replaceAll("").replaceFirst("\\s+$", "");
      if (FENCE.matcher(line).matches()) {
        fenced = !fenced;
      } else if (fenced) {
        passages.add(new Passage(i + 1, Kind.CODE, line));
      } else if (line.strip().startsWith("|")) {
        addCells(passages, i + 1, line);
      } else if (!line.isBlank()) {
        String next = i + 1 < lines.size() ? lines.get(i + 1) : "";
        Kind kind = !isHeading(line) && continues(line, next) ? Kind.BROKEN : Kind.PROSE;
        passages.add(new Passage(i + 1, kind, withoutMarkers(line)));
      }
    }
    return passages;
  }

  private static void addCells(List<Passage> passages, int number, String line) {
    if (SEPARATOR.matcher(line).matches()) {
      return;
    }
    for (String cell : CELL_BORDER.split(line, -1)) {
      if (!cell.isBlank()) {
        passages.add(new Passage(number, Kind.CELL, cell.strip()));
      }
    }
  }

  private static boolean isHeading(String line) {
    return HEADING.matcher(line).lookingAt();
  }

  /** Returns whether the sentence of a line goes over to the next line. */
  private static boolean continues(String line, String next) {
    boolean ends =
        line.matches(".*[.:!?;][\"')*_`\\]]*") || (line.endsWith(")") && line.contains("]("));
    boolean proseFollows =
        !next.isBlank()
            && !next.strip().startsWith("|")
            && !next.strip().startsWith("<!--")
            && !ITEM.matcher(next).lookingAt()
            && !isHeading(next)
            && !FENCE.matcher(next).matches();
    return !ends && proseFollows;
  }

  private static String withoutMarkers(String line) {
    String text = HEADING.matcher(line).replaceFirst("");
    return ITEM.matcher(text).replaceFirst("").replaceFirst("^\\s*>\\s*", "");
  }
}
