package io.sentimentstreams.app.config;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.kafka.common.config.ConfigException;

/**
 * What a registry is shown, so that it answers. Prints no secret. A secret that is only referred to
 * is looked up each time, so that it can be changed while the application runs.
 */
public sealed interface RegistryCredentials {

  /**
   * The value of the header {@code Authorization}.
   *
   * @throws ConfigException if a secret is not where it is said to be
   */
  String authorization();

  /**
   * A user with a password.
   *
   * @param user without a colon
   * @param password a secret, or a reference to it
   */
  record Basic(String user, String password) implements RegistryCredentials {

    @Override
    public String authorization() {
      byte[] both =
          (user + ":" + SecretReferences.resolved(password)).getBytes(StandardCharsets.UTF_8);
      return "Basic " + Base64.getEncoder().encodeToString(both);
    }

    @Override
    public String toString() {
      return "user " + user;
    }
  }

  /**
   * A token.
   *
   * @param token a secret, or a reference to it
   */
  record Bearer(String token) implements RegistryCredentials {

    @Override
    public String authorization() {
      return "Bearer " + SecretReferences.resolved(token);
    }

    @Override
    public String toString() {
      return "a token";
    }
  }
}
