package io.sentimentstreams.trainer.packaging;

import io.sentimentstreams.model.bundle.Manifest;
import io.sentimentstreams.model.bundle.Quality;
import io.sentimentstreams.trainer.evaluate.ScoredTexts;
import io.sentimentstreams.trainer.provenance.CalibrationProvenance;
import java.util.Optional;

/**
 * A bundle that was written.
 *
 * @param manifest its manifest
 * @param quality its quality on the validation reviews
 * @param scored those reviews with their scores; empty if the bundle has more than two labels
 * @param calibration facts about the calibration; empty if the model was not calibrated
 */
public record PackagedBundle(
    Manifest manifest,
    Quality quality,
    Optional<ScoredTexts> scored,
    Optional<CalibrationProvenance> calibration) {}
