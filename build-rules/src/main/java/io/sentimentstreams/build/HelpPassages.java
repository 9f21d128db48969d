package io.sentimentstreams.build;

import io.sentimentstreams.build.Passage.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits the output of {@code --help} into descriptions. Thread-safe. */
final class HelpPassages {

  /** The columns left of the descriptions. */
  private static final int NAMES = 7;

  private static final Pattern ROW = Pattern.compile("^\\s{0,6}\\S.*?\\s{2,}(\\S.*)$");
  private static final Pattern NAME = Pattern.compile("^\\s+-{1,2}\\S.*$");

  private final List<Passage> passages = new ArrayList<>();
  private StringBuilder text = new StringBuilder();
  private int begin;

  private HelpPassages() {}

  /** Returns the descriptions of a usage message; the synopsis and option names are left out. */
  static List<Passage> of(String usage) {
    HelpPassages help = new HelpPassages();
    List<String> lines = usage.lines().toList();
    boolean synopsis = false;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      synopsis = line.startsWith("Usage:") || (synopsis && line.startsWith(" ".repeat(NAMES)));
      if (!synopsis) {
        help.add(i + 1, line);
      }
    }
    help.flush();
    return help.passages;
  }

  private void add(int number, String line) {
    Matcher row = ROW.matcher(line);
    if (line.isBlank()) {
      flush();
    } else if (line.startsWith(" ".repeat(NAMES)) && !NAME.matcher(line).matches()) {
      append(number, line);
    } else if (row.matches()) {
      flush();
      append(number, row.group(1));
    } else if (NAME.matcher(line).matches() || line.startsWith(" ")) {
      flush();
    } else {
      append(number, line);
    }
  }

  private void append(int number, String line) {
    if (text.isEmpty()) {
      begin = number;
    }
    text.append(text.isEmpty() ? "" : " ").append(line.strip());
  }

  private void flush() {
    if (!text.isEmpty()) {
      passages.add(new Passage(begin, Kind.CELL, text.toString()));
      text = new StringBuilder();
    }
  }
}
