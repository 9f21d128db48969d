/** Architecture rules that the tests of every module apply. */
@NullMarked
package io.sentimentstreams.build;

import org.jspecify.annotations.NullMarked;
