package io.sentimentstreams.trainer.linear;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a text into words: lower case; letters, digits and apostrophes make words, and each
 * exclamation and question mark is one, for reviewers mean something by them. Line breaks in HTML
 * are no words.
 */
final class LinearTokens {

  private static final Pattern LINE_BREAK = Pattern.compile("<br\\s*/?>");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}']+|[!?]");

  private LinearTokens() {}

  static List<String> of(String text) {
    String plain = LINE_BREAK.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ");
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(plain);
    while (matcher.find()) {
      words.add(matcher.group());
    }
    return words;
  }
}
