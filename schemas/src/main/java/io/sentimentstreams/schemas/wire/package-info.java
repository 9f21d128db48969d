/**
 * How the records travel: Avro single-object encoding, with every released version of a schema
 * resolved from this module's own resources.
 */
@NullMarked
package io.sentimentstreams.schemas.wire;

import org.jspecify.annotations.NullMarked;
