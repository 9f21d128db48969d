package io.sentimentstreams.trainer.packaging;

import io.sentimentstreams.model.bundle.Manifest;

/**
 * Name and version of a model. A manifest checks both.
 *
 * @param name 1 to 64 letters, digits, '_', '.' or '-'
 * @param version written like a name
 */
public record ModelId(String name, String version) {

  /** Returns whether a manifest accepts a name. */
  public static boolean isValid(String name) {
    return Manifest.isName(name);
  }
}
