package io.sentimentstreams.system.monitoring;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rewrites the expression of an alert rule so that it returns a value if the alert is inactive. */
final class AlertExpression {

  /** Strings, label matchers, comparisons and parentheses. */
  private static final Pattern TOKEN =
      Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|\\{[^}]*\\}|==|!=|>=|<=|>|<|\\(|\\)");

  private static final Pattern COMPARISON = Pattern.compile("==|!=|>=|<=|>|<");

  private AlertExpression() {}

  /**
   * Returns the expression with {@code bool} after each comparison outside of parentheses. Without
   * {@code bool}, a comparison returns only the series for which it holds; with it, 0 or 1 for
   * every series. Comparisons inside of parentheses select series and stay unchanged.
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
