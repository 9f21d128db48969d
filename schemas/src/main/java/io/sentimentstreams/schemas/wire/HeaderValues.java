package io.sentimentstreams.schemas.wire;

import java.util.Optional;

/** Headers of a record. */
@FunctionalInterface
public interface HeaderValues {

  /** No headers. */
  HeaderValues NONE = name -> Optional.empty();

  /**
   * Returns the value of the last header with a name.
   *
   * @param name of the header
   * @return empty if the header does not exist or has no value
   */
  Optional<byte[]> last(String name);
}
