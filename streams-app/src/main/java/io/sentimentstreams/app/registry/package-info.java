/**
 * Client of a schema registry: fetches the schemas of reviews and the id of the schema of scores.
 * Scoring never waits for it inside a record.
 */
@NullMarked
package io.sentimentstreams.app.registry;

import org.jspecify.annotations.NullMarked;
