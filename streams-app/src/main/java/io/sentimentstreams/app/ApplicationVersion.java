package io.sentimentstreams.app;

/** The version of this application, read from its jar. */
final class ApplicationVersion {

  private ApplicationVersion() {}

  /** Returns the version, or a placeholder if the classes are not in a jar. */
  static String current() {
    String version = ApplicationVersion.class.getPackage().getImplementationVersion();
    return version == null ? "(not packaged)" : version;
  }
}
