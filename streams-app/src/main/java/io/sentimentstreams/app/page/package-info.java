/** The live page of one instance, and its status and model as JSON. */
@NullMarked
package io.sentimentstreams.app.page;

import org.jspecify.annotations.NullMarked;
