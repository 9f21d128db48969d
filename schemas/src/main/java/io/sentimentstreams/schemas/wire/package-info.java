/**
 * Wire formats of the records: Avro single-object encoding and that of schema registries. Every
 * released version of a schema is in this module's resources.
 */
@NullMarked
package io.sentimentstreams.schemas.wire;

import org.jspecify.annotations.NullMarked;
