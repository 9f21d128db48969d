package io.sentimentstreams.system.monitoring;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The expression of an alert rule, which gives something only while the alert is near. */
final class AlertExpression {

  /** Strings, label matchers and the like, and what we look for: comparisons and parentheses. */
  private static final Pattern TOKEN =
      Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|\\{[^}]*\\}|==|!=|>=|<=|>|<|\\(|\\)");

  private static final Pattern COMPARISON = Pattern.compile("==|!=|>=|<=|>|<");

  private AlertExpression() {}

  /**
   * What the alert looks at, whether or not it fires. A comparison gives the series for which it
   * holds; with {@code bool} it gives 0 or 1 for each that it was asked of. All that stand outside
   * of parentheses are written so. Those inside stay: they say which series are meant.
   */
  static String watched(String expression) {
    StringBuilder watched = new StringBuilder();
    Matcher tokens = TOKEN.matcher(expression);
    int depth = 0;
    int end = 0;
    while (tokens.find()) {
      MatchResult token = tokens.toMatchResult();
      watched.append(expression, end, token.end());
      end = token.end();
      if (token.group().equals("(")) {
        depth++;
      } else if (token.group().equals(")")) {
        depth--;
      } else if (depth == 0 && COMPARISON.matcher(token.group()).matches()) {
        watched.append(" bool");
      }
    }
    return watched.append(expression.substring(end)).toString();
  }
}
