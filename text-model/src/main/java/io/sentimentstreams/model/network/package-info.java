/** Description of a network: its layers, their shapes and their named weights. */
@NullMarked
package io.sentimentstreams.model.network;

import org.jspecify.annotations.NullMarked;
