package io.sentimentstreams.app.config;

import java.util.List;
import java.util.stream.Collectors;

/** The reference page of all settings in Markdown, generated from their declarations. */
public final class SettingsReference {

  private static final String HEAD =
      """
      # Settings of the application

      This page is generated from the declarations of the settings; a test compares them.

      A setting has one name in three spellings:

      | source | spelling |
      |---|---|
      | command line | `--review-max-bytes 65536` |
      | environment | `REVIEW_MAX_BYTES=65536` |
      | properties file (`--config FILE`) | `review.max.bytes=65536` |

      The command line overrides the environment, which overrides the file, which overrides the default.
      At startup, all invalid settings are reported together, one per line, and the process exits with code 2.
      """;

  private static final String KAFKA =
      """

      ## Settings of Kafka's clients

      A setting that begins with `kafka.` is passed to Kafka's clients without that prefix, for example for TLS, SASL or tuning.
      The prefixes of Kafka Streams (`consumer.`, `producer.`, `admin.`) may follow it.

      | source | spelling |
      |---|---|
      | command line | `--kafka security.protocol=SASL_SSL` |
      | environment | `KAFKA_SECURITY_PROTOCOL=SASL_SSL` |
      | properties file | `kafka.security.protocol=SASL_SSL` |

      From the environment, only names that Kafka's clients know are read; other variables that begin with `KAFKA_` are ignored.
      Values that may be secret are hidden in logs and messages.
      Set secrets in a file or in the environment, because other users of the machine can read a command line.

      ## References to secrets

      Values of `kafka.` settings and of passwords can contain references:

      | reference | replaced by |
      |---|---|
      | `${env:VARIABLE}` | an environment variable |
      | `${file:PATH:KEY}` | the value of a key in a properties file |
      | `${directory:PATH:FILE}` | the content of a file without line breaks at its end, as container platforms mount secrets |

      For example:

      ```properties
      kafka.sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required \\
        username="scoring" password="${directory:/run/secrets/kafka:password}";
      ```

      References are resolved when a client is created; a reference that cannot be resolved is reported at startup.
      The resolved value is never printed.
      It is inserted without escaping: in a password between quotes, write `\\"` for `"` and `\\\\` for `\\`.
      You can add other providers with Kafka's `config.providers`.

      ## Reserved names

      """;

  private SettingsReference() {}

  /**
   * Returns the page.
   *
   * @param groups in the order of the page, a table each
   */
  public static String markdown(List<SettingGroup> groups) {
    StringBuilder page = new StringBuilder(HEAD);
    for (SettingGroup group : groups) {
      page.append("\n## ").append(group.title()).append("\n\n");
      page.append("| setting | type and range | default | description |\n|---|---|---|---|\n");
      group.settings().forEach(setting -> page.append(row(setting)));
      group.families().forEach(family -> page.append(row(family)));
    }
    String reserved =
        groups.stream()
            .flatMap(group -> group.settings().stream())
            .flatMap(setting -> setting.kafkaName().stream())
            .sorted()
            .map(name -> "`" + KafkaPassThrough.PREFIX + name + "`")
            .collect(Collectors.joining(", "));
    return page.append(KAFKA)
        .append("These names are rejected, because the settings have another name here: ")
        .append(reserved)
        .append(".\n")
        .toString();
  }

  private static String row(Setting<?> setting) {
    return "| `%s` | %s | %s | %s |\n"
        .formatted(
            setting.name(),
            setting.expectation().replace("|", "\\|"),
            defaultCell(setting),
            setting.sentence());
  }

  private static String row(SettingFamily<?> family) {
    return "| `%s%s` | %s | none | %s On the command line: `%s %s`. In the environment: `%s%s`. |\n"
        .formatted(
            family.prefix(),
            family.part(),
            family.expectation(),
            family.sentence(),
            family.option(),
            family.placeholder(),
            family.environmentPrefix(),
            family.part());
  }

  private static String defaultCell(Setting<?> setting) {
    return setting.fallback() instanceof Setting.Default.Fixed<?>
        ? "`" + setting.defaultText() + "`"
        : setting.defaultText();
  }
}
