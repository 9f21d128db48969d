package io.sentimentstreams.app.registry;

/**
 * The kind of Apicurio's ids whose record does not name it: ids of 8 bytes before a value. Apicurio
 * numbers contents and versions apart, so the same number can have two schemas.
 */
public enum IdKind {
  /** An id is used if only one kind has it, or if both kinds have the same schema. */
  AUTO("auto"),
  /** Content ids. */
  CONTENT("content"),
  /** Global ids. */
  GLOBAL("global");

  private final String setting;

  IdKind(String setting) {
    this.setting = setting;
  }

  /** Returns the spelling in settings. */
  String setting() {
    return setting;
  }
}
