package io.sentimentstreams.app.config;

import java.util.Locale;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;

/** The reference of all settings in Markdown, made from their definition. */
public final class SettingsReference {

  private SettingsReference() {}

  /** The whole page. */
  public static String markdown() {
    StringBuilder page =
        new StringBuilder(
            """
            # Settings of the application

            This page is generated from the settings' definition; the build fails where the two differ.

            A setting has one name in three spellings: `review.max.bytes` in a properties file (`--config FILE`),
            `REVIEW_MAX_BYTES` in the environment, `--review-max-bytes` on the command line. The command line goes before the
            environment, the environment before the file, the file before the default. All faults are reported together at
            start, one a line, and the process ends with exit code 2.

            | setting | type and range | default | meaning |
            |---|---|---|---|
            """);
    for (ConfigKey key : SettingsDefinition.keys()) {
      page.append(
          "| `%s` | %s | %s | %s |%n"
              .formatted(key.name, expectation(key), defaultCell(key), key.documentation));
    }
    page.append(
        """

        ## Kafka's own settings

        Everything that begins with `kafka.` goes to Kafka's clients without that prefix: TLS, SASL and tuning. The prefixes that
        Kafka Streams knows (`consumer.`, `producer.`, `admin.`) may follow. For example:

        | where | spelling |
        |---|---|
        | file | `kafka.security.protocol=SASL_SSL` |
        | environment | `KAFKA_SECURITY_PROTOCOL=SASL_SSL` |
        | command line | `--kafka security.protocol=SASL_SSL` |

        From the environment only names are taken that Kafka's clients know; other variables that begin with `KAFKA_` are left
        alone. Values that may be secret are hidden wherever settings are printed. Give them by file or environment: other users
        of the machine can read a command line.

        A value can refer to what stands elsewhere, whole or in a part:

        | reference | stands for |
        |---|---|
        | `${env:VARIABLE}` | a variable of the environment |
        | `${file:PATH:KEY}` | the value of a key in a properties file |
        | `${directory:PATH:FILE}` | all that a file of a folder says, without line breaks at its end: how container platforms lay secrets down |

        For example `kafka.sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required username="scoring"
        password="${directory:/run/secrets/kafka:password}";`. What is referred to must be there at start, is looked up when a client
        is made, and is never printed. It is put in as it is: in a password between quotes, `"` and `\\` need a `\\` before them.
        Providers of your own can be added with Kafka's `config.providers`.

        """);
    page.append("Settings of Kafka that have a name above must be given by that name: ")
        .append(
            String.join(
                ", ",
                KafkaPassThrough.RESERVED.keySet().stream()
                    .sorted()
                    .map(name -> "`kafka." + name + "`")
                    .toList()))
        .append(".\n");
    return page.toString().replace(System.lineSeparator(), "\n");
  }

  static String expectation(ConfigKey key) {
    return key.validator == null ? typeName(key) : typeName(key) + ", " + key.validator;
  }

  static String typeName(ConfigKey key) {
    return key.type.name().toLowerCase(Locale.ROOT);
  }

  static String defaultSentence(ConfigKey key) {
    if (key.defaultValue == ConfigDef.NO_DEFAULT_VALUE) {
      return "Required.";
    }
    return key.defaultValue == null ? "No default." : "Default: " + key.defaultValue + ".";
  }

  private static String defaultCell(ConfigKey key) {
    if (key.defaultValue == ConfigDef.NO_DEFAULT_VALUE) {
      return "required";
    }
    return key.defaultValue == null ? "none" : "`" + key.defaultValue + "`";
  }
}
