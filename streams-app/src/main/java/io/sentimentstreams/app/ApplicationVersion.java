package io.sentimentstreams.app;

/** The version of this application, as its jar says. */
final class ApplicationVersion {

  private ApplicationVersion() {}

  /** The version, or that there is no jar. */
  static String current() {
    String version = ApplicationVersion.class.getPackage().getImplementationVersion();
    return version == null ? "(not packaged)" : version;
  }
}
