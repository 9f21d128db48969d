package io.sentimentstreams.app.config;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigException;

/**
 * Resolver of references in settings: {@code ${env:VARIABLE}}, {@code ${file:PATH:KEY}} for a key
 * of a properties file, {@code ${directory:PATH:FILE}} for the content of a file. Settings keep and
 * print the reference; it is resolved when a client is created. Other references, such as {@code
 * ${vault:...}}, are resolved by Kafka.
 *
 * <p>Kafka's {@code ConfigTransformer} does not replace this class. It leaves a reference to a
 * missing variable, key or file in the value without an error, it ends a path at the first colon,
 * and it keeps the line break at the end of a file.
 */
public final class SecretReferences {

  private static final Pattern OURS =
      Pattern.compile("\\$\\{(?<kind>env|file|directory):(?<where>[^}]*)}");

  private SecretReferences() {}

  /**
   * Returns settings with resolved references.
   *
   * @param kafka texts by Kafka's names
   * @throws ConfigException if a reference cannot be resolved; the message has no secret
   */
  public static Map<String, String> resolved(Map<String, String> kafka) {
    Map<String, String> resolved = new TreeMap<>();
    kafka.forEach((name, value) -> resolved.put(name, resolved(value)));
    return resolved;
  }

  /** Returns why the references of a value cannot be resolved; empty if they can. */
  static Optional<String> problem(String value) {
    try {
      String unused = resolved(value);
      return Optional.empty();
    } catch (ConfigException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /**
   * Returns a value with resolved references.
   *
   * @throws ConfigException if a reference cannot be resolved; the message has no secret
   */
  public static String resolved(String value) {
    Matcher reference = OURS.matcher(value);
    StringBuilder resolved = new StringBuilder();
    while (reference.find()) {
      reference.appendReplacement(resolved, Matcher.quoteReplacement(found(reference)));
    }
    return reference.appendTail(resolved).toString();
  }

  private static String found(Matcher reference) {
    try {
      return find(reference.group("kind"), reference.group("where"))
          .orElseThrow(() -> new ConfigException(reference.group() + " does not exist"));
    } catch (IOException | IllegalArgumentException e) {
      throw new ConfigException(
          reference.group() + " cannot be read (" + e.getClass().getSimpleName() + ")");
    }
  }

  private static Optional<String> find(String kind, String where) throws IOException {
    if (kind.equals("env")) {
      return Optional.ofNullable(System.getenv(where));
    }
    // The last colon, because a path may contain colons.
    int colon = where.lastIndexOf(':');
    if (colon < 0) {
      return Optional.empty();
    }
    Path path = Path.of(where.substring(0, colon));
    String name = where.substring(colon + 1);
    return kind.equals("file")
        ? key(path, name)
        : Optional.of(PropertiesFile.line(path.resolve(name)));
  }

  private static Optional<String> key(Path file, String key) throws IOException {
    return Optional.ofNullable(PropertiesFile.load(file).getProperty(key));
  }
}
