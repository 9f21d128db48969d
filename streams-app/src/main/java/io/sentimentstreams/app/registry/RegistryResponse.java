package io.sentimentstreams.app.registry;

import com.fasterxml.jackson.databind.JsonNode;

/** What a registry says. */
sealed interface RegistryResponse {

  /**
   * What was asked for.
   *
   * @param body a JSON object
   */
  record Given(JsonNode body) implements RegistryResponse {}

  /**
   * A refusal that is the registry's own.
   *
   * @param status HTTP status code, 400 to 499
   * @param code the registry's number of the fault, which begins with the status; 0 if it gave none
   * @param message in its words
   */
  record Refused(int status, int code, String message) implements RegistryResponse {

    @Override
    public String toString() {
      return "HTTP status %d, error code %d: %s".formatted(status, code, message);
    }
  }
}
