package io.sentimentstreams.app.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigException;

/**
 * Looks up what settings of Kafka only refer to, so that a secret stands in one place: {@code
 * ${env:VARIABLE}}, {@code ${file:PATH:KEY}} for a key of a properties file, {@code
 * ${directory:PATH:FILE}} for all that a file says. Only those who make clients look it up; what is
 * kept and printed is the reference. Others, such as {@code ${vault:...}}, are left to Kafka.
 */
public final class SecretReferences {

  private static final Pattern OURS =
      Pattern.compile("\\$\\{(?<kind>env|file|directory):(?<where>[^}]*)}");

  private SecretReferences() {}

  /**
   * The settings with what they refer to.
   *
   * @param kafka texts by Kafka's names
   * @throws ConfigException if something is not where it is said to be; names no secret
   */
  public static Map<String, String> resolved(Map<String, String> kafka) {
    Map<String, String> resolved = new TreeMap<>();
    kafka.forEach((name, value) -> resolved.put(name, resolved(value)));
    return resolved;
  }

  /** Why a value's references cannot be resolved, if they cannot. */
  static Optional<String> problem(String value) {
    try {
      String unused = resolved(value);
      return Optional.empty();
    } catch (ConfigException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /** One value with what it refers to. */
  static String resolved(String value) {
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
          .orElseThrow(() -> new ConfigException("there is no " + reference.group()));
    } catch (IOException | IllegalArgumentException e) {
      throw new ConfigException(
          reference.group() + " cannot be read (" + e.getClass().getSimpleName() + ")");
    }
  }

  private static Optional<String> find(String kind, String where) throws IOException {
    if (kind.equals("env")) {
      return Optional.ofNullable(System.getenv(where));
    }
    // The last one: a path may have colons of its own.
    int colon = where.lastIndexOf(':');
    if (colon < 0) {
      return Optional.empty();
    }
    Path path = Path.of(where.substring(0, colon));
    String name = where.substring(colon + 1);
    return kind.equals("file") ? key(path, name) : Optional.of(content(path.resolve(name)));
  }

  private static Optional<String> key(Path file, String key) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    return Optional.ofNullable(properties.getProperty(key));
  }

  /** Editors and shells leave a line break at the end, which belongs to no secret. */
  private static String content(Path file) throws IOException {
    return Files.readString(file).replaceAll("[\r\n]+$", "");
  }
}
