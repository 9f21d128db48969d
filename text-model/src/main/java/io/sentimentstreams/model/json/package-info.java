/** Strict reading of JSON: typed fields without conversions, and errors in plain words. */
@NullMarked
package io.sentimentstreams.model.json;

import org.jspecify.annotations.NullMarked;
