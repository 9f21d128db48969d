package io.sentimentstreams.model.bundle;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/**
 * Quality of a bundle with ordered labels, in steps from one label to the next.
 *
 * @param meanAbsoluteError mean distance of the most probable label from the true one
 * @param meanAbsoluteErrorExpected mean distance of the expected position from the true one
 * @param quadraticWeightedKappa agreement of the most probable and the true labels, at most 1;
 *     empty if it is undefined because all labels are one
 */
public record OrderedQuality(
    double meanAbsoluteError,
    double meanAbsoluteErrorExpected,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Double> quadraticWeightedKappa) {}
