package io.sentimentstreams.schemas.wire;

/** Knows the schemas that the ids in a registry's wire format stand for. */
@FunctionalInterface
public interface WriterSchemas {

  /**
   * What is known of a schema. An answer that a decoder got once is good for ever where records can
   * be read.
   *
   * @param id the registry's number of it
   * @throws RuntimeException of the implementor's choice if it cannot be found out now
   */
  WriterSchema of(int id);
}
