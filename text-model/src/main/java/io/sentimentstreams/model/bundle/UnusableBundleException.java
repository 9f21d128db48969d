package io.sentimentstreams.model.bundle;

import java.nio.file.Path;

/** Thrown when a bundle is not written because no reader could open it. */
public final class UnusableBundleException extends RuntimeException {

  private static final long serialVersionUID = 1;

  UnusableBundleException(Path path, String problem, Throwable cause) {
    super(
        ("The bundle %s is not written, because it could not be opened again: %s. Use fewer words"
                + " or a smaller network; an existing bundle is unchanged.")
            .formatted(path, problem),
        cause);
  }
}
