package io.sentimentstreams.app.registry;

/** How the schema of scores gets its id from a registry. */
public enum SchemaRegistration {
  /** The application registers it at startup, if it is not registered. */
  REGISTER("register"),
  /** It must already be registered. */
  LOOKUP("lookup");

  private final String setting;

  SchemaRegistration(String setting) {
    this.setting = setting;
  }

  /** Returns the spelling in settings. */
  String setting() {
    return setting;
  }
}
