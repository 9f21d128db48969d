package io.sentimentstreams.app.config;

import java.util.Set;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef.LambdaValidator;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigException;

/** What the value of a setting may be. All but {@link #NAME} let one pass that is not given. */
final class Validators {

  private static final Pattern SERVER_ADDRESS =
      Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+\\]):[1-9][0-9]{0,4}");
  private static final Pattern TOPIC_NAME = Pattern.compile("[a-zA-Z0-9._-]{1,249}");
  static final Validator NAME =
      LambdaValidator.with(
          Validators::checkName, () -> "1 to 249 letters, digits, '.', '_' or '-'");
  static final Validator NOT_BLANK =
      LambdaValidator.with(Validators::checkNotBlank, () -> "not blank");
  static final Validator SERVER = LambdaValidator.with(Validators::checkServer, () -> "host:port");
  static final Validator SCORE = LambdaValidator.with(Validators::checkScore, () -> "0 to 1");

  private static final Range POSITIVE_INTERVAL = Range.between(1, 600_000);
  static final Validator INTERVAL =
      LambdaValidator.with(Validators::checkInterval, POSITIVE_INTERVAL::toString);

  private Validators() {}

  private static void checkName(String name, Object value) {
    if (!TOPIC_NAME.matcher(String.valueOf(value)).matches() || Set.of(".", "..").contains(value)) {
      throw new ConfigException(name, value, "must be a name that Kafka allows");
    }
  }

  private static void checkNotBlank(String name, Object value) {
    if (value != null && value.toString().isBlank()) {
      throw new ConfigException(name, value, "must not be blank");
    }
  }

  private static void checkInterval(String name, Object value) {
    if (value != null) {
      POSITIVE_INTERVAL.ensureValid(name, value);
    }
  }

  private static void checkServer(String name, Object value) {
    if (value != null && !SERVER_ADDRESS.matcher(value.toString()).matches()) {
      throw new ConfigException(name, value, "must be host:port");
    }
  }

  private static void checkScore(String name, Object value) {
    if (value != null && !((double) value >= 0 && (double) value <= 1)) {
      throw new ConfigException(name, value, "must be 0 to 1");
    }
  }
}
