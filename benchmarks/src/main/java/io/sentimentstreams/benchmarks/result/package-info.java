/** Results of benchmarks: figures with their origin, as JSON, tables and charts. */
@NullMarked
package io.sentimentstreams.benchmarks.result;

import org.jspecify.annotations.NullMarked;
