package io.sentimentstreams.app.registry;

import io.sentimentstreams.app.config.SecretReferences;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.kafka.common.config.ConfigException;

/**
 * Credentials for a registry; {@code toString} has no secret. A reference to a secret is resolved
 * for each request, so that the secret can be changed while the application runs.
 */
public sealed interface RegistryCredentials {

  /**
   * Returns the value of the header {@code Authorization}.
   *
   * @throws ConfigException if a reference cannot be resolved
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
      return "token";
    }
  }
}
