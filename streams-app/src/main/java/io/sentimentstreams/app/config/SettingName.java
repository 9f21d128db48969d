package io.sentimentstreams.app.config;

import java.util.Locale;

/**
 * A setting's name in its three spellings.
 *
 * @param file as in a properties file: lower-case words with dots, such as {@code review.max.bytes}
 */
public record SettingName(String file) {

  /** Returns the name of the environment variable, such as {@code REVIEW_MAX_BYTES}. */
  public String environment() {
    return file.toUpperCase(Locale.ROOT).replace('.', '_');
  }

  /** Returns the command-line option, such as {@code --review-max-bytes}. */
  public String option() {
    return "--" + file.replace('.', '-');
  }

  /** Returns the name as in a properties file. */
  @Override
  public String toString() {
    return file;
  }
}
