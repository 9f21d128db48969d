/** The quickstart: a broker, the application and a producer of reviews in one process. */
@NullMarked
package io.sentimentstreams.quickstart;

import org.jspecify.annotations.NullMarked;
