package io.sentimentstreams.trainer.packaging;

import io.sentimentstreams.model.text.SequenceSettings;

/**
 * Settings of a {@link BundlePackager}.
 *
 * @param folder destination
 * @param id name and version of the model
 * @param sequences how texts become sequences
 * @param release calibration and abstain band
 * @param threads number of threads that score, at least 1
 */
public record PackagingSettings(
    BundleFolder folder,
    ModelId id,
    SequenceSettings sequences,
    ReleaseSettings release,
    int threads) {}
