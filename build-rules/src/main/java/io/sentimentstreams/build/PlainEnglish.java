package io.sentimentstreams.build;

import io.sentimentstreams.build.Passage.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checker of the language rules in {@code docs/style.md}: banned words, length and beginning of a
 * sentence, one sentence per line, at most one semicolon per sentence. Thread-safe.
 */
public final class PlainEnglish {

  /** The largest number of words in a sentence. */
  public static final int MAX_WORDS = 25;

  private static final String LIST_BEGIN = "<!-- banned: begin -->";
  private static final String LIST_END = "<!-- banned: end -->";
  private static final Pattern LISTED = Pattern.compile("^\\| `([^`]+)`", Pattern.MULTILINE);

  private static final Pattern IMAGE = Pattern.compile("!\\[[^]]*]\\([^)]*\\)");
  private static final Pattern LINK = Pattern.compile("\\[([^]]*)]\\([^)]*\\)");
  private static final Pattern CODE_SPAN = Pattern.compile("`[^`]+`");
  private static final Pattern LEAD_IN = Pattern.compile("^\\*\\*[^*]+[.:]\\*\\*\\s*");
  private static final Pattern BOUNDARY =
      Pattern.compile("(?<=[.!?])[\"')*\\]]*\\s+(?=[\"'(*\\[]*[A-Z0-9])");
  private static final Pattern ABBREVIATION = Pattern.compile("\\b(e\\.g|i\\.e|et al|vs|cf)\\.");
  private static final Pattern FIRST_WORD = Pattern.compile("^[\"'(*_]*(What|Whoever|Where|Of)\\b");
  private static final Pattern WORD = Pattern.compile(".*[\\p{L}\\p{N}].*");

  private final Pattern banned;

  /**
   * Creates a checker.
   *
   * @param banned words and phrases, matched as whole words in any case
   * @throws IllegalArgumentException if there are none
   */
  public PlainEnglish(List<String> banned) {
    if (banned.isEmpty()) {
      throw new IllegalArgumentException("No banned words: [].");
    }
    List<String> quoted =
        banned.stream().map(words -> Pattern.quote(words).replace(" ", "\\E\\s+\\Q")).toList();
    this.banned =
        Pattern.compile(
            "(?<![\\w-])(?:" + String.join("|", quoted) + ")(?![\\w-])", Pattern.CASE_INSENSITIVE);
  }

  /**
   * Reads the banned words from the style page.
   *
   * @param stylePage {@code docs/style.md}
   * @throws IOException if it cannot be read
   */
  public static PlainEnglish read(Path stylePage) throws IOException {
    String page = Files.readString(stylePage);
    int begin = page.indexOf(LIST_BEGIN);
    int end = page.indexOf(LIST_END);
    if (begin < 0 || end < begin) {
      throw new IOException(
          "No list of banned words: %s. Keep it between %s and %s."
              .formatted(stylePage, LIST_BEGIN, LIST_END));
    }
    return new PlainEnglish(
        LISTED.matcher(page.substring(begin, end)).results().map(m -> m.group(1)).toList());
  }

  /** Returns the findings in a page of Markdown. */
  public List<Finding> markdown(String source, String page) {
    return check(source, MarkdownPassages.of(page));
  }

  /** Returns the findings in the output of {@code --help}. */
  public List<Finding> help(String source, String usage) {
    return check(source, HelpPassages.of(usage));
  }

  /** Returns the findings in a description of one or more sentences. */
  public List<Finding> text(String source, String text) {
    return check(source, List.of(new Passage(1, Kind.CELL, text)));
  }

  private List<Finding> check(String source, List<Passage> passages) {
    List<Finding> findings = new ArrayList<>();
    for (Passage passage : passages) {
      for (String rule : brokenRules(passage)) {
        findings.add(new Finding(source, passage.line(), rule, passage.text()));
      }
    }
    return findings;
  }

  private List<String> brokenRules(Passage passage) {
    String text = passage.kind() == Kind.CODE ? passage.text() : prose(passage.text());
    List<String> rules = new ArrayList<>();
    Matcher found = banned.matcher(text);
    while (found.find()) {
      rules.add("banned: " + found.group());
    }
    if (passage.kind() == Kind.CODE) {
      return rules;
    }
    String[] sentences = BOUNDARY.split(text, -1);
    if (passage.kind() == Kind.BROKEN) {
      rules.add("a sentence continues on the next line");
    }
    if (passage.kind() != Kind.CELL && sentences.length > 1) {
      rules.add("more than one sentence on a line");
    }
    for (String sentence : sentences) {
      addRulesOfSentence(rules, sentence);
    }
    return rules;
  }

  private static void addRulesOfSentence(List<String> rules, String sentence) {
    long words =
        Pattern.compile("\\s+").splitAsStream(sentence).filter(WORD.asMatchPredicate()).count();
    if (words > MAX_WORDS) {
      rules.add(words + " words in a sentence, more than " + MAX_WORDS);
    }
    Matcher first = FIRST_WORD.matcher(sentence);
    if (first.find()) {
      rules.add("a sentence starts with " + first.group(1));
    }
    if (sentence.indexOf(';') != sentence.lastIndexOf(';')) {
      rules.add("more than one semicolon in a sentence");
    }
  }

  /** Returns the words that a reader sees; a code span is one word. */
  private static String prose(String text) {
    String words = CODE_SPAN.matcher(text).replaceAll("CODE");
    words = IMAGE.matcher(words).replaceAll("");
    words = LINK.matcher(words).replaceAll("$1");
    words = LEAD_IN.matcher(words.strip()).replaceFirst("");
    return ABBREVIATION.matcher(words).replaceAll("$1");
  }
}
