package io.sentimentstreams.app.config;

import java.util.Locale;

/**
 * One setting's name in its three spellings.
 *
 * @param name as in a properties file: lower-case words with dots, such as {@code review.max.bytes}
 */
record SettingName(String name) {

  /** As an environment variable, such as {@code REVIEW_MAX_BYTES}. */
  String environment() {
    return name.toUpperCase(Locale.ROOT).replace('.', '_');
  }

  /** As a command line option, such as {@code --review-max-bytes}. */
  String option() {
    return "--" + name.replace('.', '-');
  }
}
