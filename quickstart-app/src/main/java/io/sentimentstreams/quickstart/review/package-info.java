/** The reviews that the quickstart sends: samples, folders and files. */
@NullMarked
package io.sentimentstreams.quickstart.review;

import org.jspecify.annotations.NullMarked;
