/** Answers what is counted by subject, from this instance or from the one that counts it. */
@NullMarked
package io.sentimentstreams.subjects;

import org.jspecify.annotations.NullMarked;
