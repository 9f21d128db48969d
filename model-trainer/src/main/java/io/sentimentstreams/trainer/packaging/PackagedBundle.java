package io.sentimentstreams.trainer.packaging;

import io.sentimentstreams.model.bundle.Manifest;
import io.sentimentstreams.model.bundle.Quality;
import io.sentimentstreams.trainer.evaluate.ClassifiedTexts;
import io.sentimentstreams.trainer.provenance.CalibrationProvenance;
import java.util.Optional;

/**
 * A bundle that was written.
 *
 * @param manifest its manifest
 * @param quality its quality on the validation reviews
 * @param classified those reviews with their probabilities
 * @param calibration facts about the calibration; empty if the model was not calibrated
 */
public record PackagedBundle(
    Manifest manifest,
    Quality quality,
    ClassifiedTexts classified,
    Optional<CalibrationProvenance> calibration) {}
