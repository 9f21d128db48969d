package io.sentimentstreams.app.registry;

import com.fasterxml.jackson.databind.JsonNode;

/** Response of a registry. Immutable. */
sealed interface RegistryResponse {

  /**
   * The requested object.
   *
   * @param body a JSON object
   */
  record Given(JsonNode body) implements RegistryResponse {}

  /**
   * A rejection with the registry's own error.
   *
   * @param status HTTP status code, 400 to 499
   * @param code error code of the registry, which begins with the status; 0 if it has none
   * @param message of the registry, for people
   */
  record Refused(int status, int code, String message) implements RegistryResponse {

    @Override
    public String toString() {
      return "HTTP status %d, error code %d: %s".formatted(status, code, message);
    }
  }
}
