/**
 * Speaks to a schema registry: learns the schemas that reviews were written with, and the id of the
 * schema that scores are written with. Scoring never waits inside a record for it.
 */
@NullMarked
package io.sentimentstreams.app.registry;

import org.jspecify.annotations.NullMarked;
