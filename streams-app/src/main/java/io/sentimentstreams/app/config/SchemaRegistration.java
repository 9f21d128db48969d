package io.sentimentstreams.app.config;

/** How the schema of scores gets its id from a registry. */
public enum SchemaRegistration {
  /** It is registered where it is not there yet. */
  REGISTER("register"),
  /** It must be there already: someone else registers schemas. */
  LOOKUP("lookup");

  private final String setting;

  SchemaRegistration(String setting) {
    this.setting = setting;
  }

  /** As the settings spell it. */
  public String setting() {
    return setting;
  }

  static SchemaRegistration of(String setting) {
    for (SchemaRegistration registration : values()) {
      if (registration.setting.equals(setting)) {
        return registration;
      }
    }
    throw new IllegalArgumentException("no such way to register schemas: " + setting);
  }
}
