package io.sentimentstreams.schemas.wire;

/** Lookup of the schemas with the ids of a registry. */
@FunctionalInterface
public interface WriterSchemas {

  /**
   * Returns the result for a schema. Decoders keep a {@link WriterSchema.Resolvable} forever.
   *
   * @param id id in the registry
   * @throws RuntimeException if the result is not available now; the type depends on the
   *     implementation
   */
  WriterSchema of(SchemaId id);
}
