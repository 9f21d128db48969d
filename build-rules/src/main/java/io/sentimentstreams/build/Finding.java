package io.sentimentstreams.build;

/**
 * A place that breaks a language rule. Immutable.
 *
 * @param source the file or the help output
 * @param line from 1
 * @param rule the broken rule, in a few words
 * @param text the offending sentence
 */
public record Finding(String source, int line, String rule, String text) {

  @Override
  public String toString() {
    return source + ":" + line + ": " + rule + ": " + text;
  }
}
