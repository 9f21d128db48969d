package io.sentimentstreams.trainer.linear;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tokenizer of the linear model. Tokens are lower-case runs of letters, digits and apostrophes, and
 * single exclamation and question marks, which carry sentiment. HTML line breaks are removed.
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
