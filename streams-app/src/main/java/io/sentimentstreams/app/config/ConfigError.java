package io.sentimentstreams.app.config;

/**
 * One thing that is wrong with the settings.
 *
 * @param name the setting's name, or where the fault lies if it is no setting's
 * @param value what was given, without secrets; empty if nothing was
 * @param expectation what would be right
 * @param remedy what to do
 */
public record ConfigError(String name, String value, String expectation, String remedy) {

  /** One line, without a line break whatever was given. */
  @Override
  public String toString() {
    String given = value.isEmpty() ? "nothing was given" : "was '" + value + "'";
    return "%s: %s, expected %s; %s"
        .formatted(name, given, expectation, remedy)
        .replaceAll("\\p{Cntrl}+", " ");
  }
}
