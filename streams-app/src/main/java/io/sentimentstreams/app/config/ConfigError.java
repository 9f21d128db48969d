package io.sentimentstreams.app.config;

/**
 * One error in the settings.
 *
 * @param name of the setting, or the source of the error if it concerns no setting
 * @param value the given value without secrets; empty if none was given
 * @param expectation a valid value in words
 * @param remedy an imperative without a full stop
 */
public record ConfigError(String name, String value, String expectation, String remedy) {

  /** Returns one line, even if the value has line breaks. */
  @Override
  public String toString() {
    String given = value.isEmpty() ? "not set" : "'" + value + "'";
    return OneLine.of("%s: %s, expected %s. %s.".formatted(name, given, expectation, remedy));
  }
}
