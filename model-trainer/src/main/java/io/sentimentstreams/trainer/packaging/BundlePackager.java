package io.sentimentstreams.trainer.packaging;

import io.sentimentstreams.model.bundle.Bundle;
import io.sentimentstreams.model.bundle.BundleWriter;
import io.sentimentstreams.model.bundle.Manifest;
import io.sentimentstreams.model.decision.Task;
import io.sentimentstreams.model.network.Model;
import io.sentimentstreams.model.network.Network;
import io.sentimentstreams.model.network.Tensor;
import io.sentimentstreams.model.network.WeightSpec;
import io.sentimentstreams.model.text.Tokenizer;
import io.sentimentstreams.trainer.calibrate.CalibrationMethod;
import io.sentimentstreams.trainer.data.Split;
import io.sentimentstreams.trainer.evaluate.ClassifiedTexts;
import io.sentimentstreams.trainer.provenance.CalibrationProvenance;
import io.sentimentstreams.trainer.provenance.TrainingProvenance;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Writer of bundles and model cards for trained models. Not thread-safe: one per training. */
public final class BundlePackager {

  private static final double LARGEST_WEIGHT = 0.05;

  private final PackagingSettings settings;
  private final ModelScope scope;
  private final Tokenizer tokenizer;
  private final InstantSource clock;

  /**
   * Creates a packager for the models of one training.
   *
   * @param clock for the time at which a bundle is made
   */
  public BundlePackager(
      PackagingSettings settings, ModelScope scope, Tokenizer tokenizer, InstantSource clock) {
    this.settings = settings;
    this.scope = scope;
    this.tokenizer = tokenizer;
    this.clock = clock;
  }

  /**
   * Checks before a training that its bundle can be opened: with the vocabulary, the size of the
   * network and the name of the plan, and with random weights, which compress as trained ones do.
   *
   * @throws io.sentimentstreams.model.bundle.UnusableBundleException if no reader could open it
   */
  public void rehearse(Network network) {
    SplittableRandom random = new SplittableRandom(1);
    Map<String, Tensor> weights = new LinkedHashMap<>();
    for (WeightSpec spec : network.weights()) {
      float[] data = new float[Math.toIntExact(spec.size())];
      for (int i = 0; i < data.length; i++) {
        data[i] = (float) random.nextDouble(-LARGEST_WEIGHT, LARGEST_WEIGHT);
      }
      weights.put(spec.name(), new Tensor(spec.shape(), data));
    }
    Bundle bare = bare(new Model(network, weights));
    BundleWriter.check(
        new Bundle(bare.manifest(), tokenizer, bare.model(), GoldenTexts.scores(bare)),
        settings.folder().bundle());
  }

  /** Measures and writes a model as it is, while its training continues. */
  public PackagedBundle write(
      Model model, TrainingProvenance provenance, ValidationTexts validation) {
    return write(model, provenance, validation, settings.release().abstain().withoutPrecision());
  }

  /** Measures and writes a trained model after calibration, with the required precision. */
  public PackagedBundle release(
      Model model, TrainingProvenance provenance, ValidationTexts validation) {
    ReleaseSettings release = settings.release();
    AbstainSettings abstain = release.abstain();
    TrainingProvenance required = provenance.withTargetPrecision(abstain.targetPrecision());
    if (release.calibration() == CalibrationMethod.NONE) {
      return write(model, required, validation, abstain);
    }
    CalibratedModel calibrated = calibrated(model, validation);
    return write(
        calibrated.model(), required.withCalibration(calibrated.provenance()), validation, abstain);
  }

  private CalibratedModel calibrated(Model model, ValidationTexts validation) {
    CalibrationMethod method = settings.release().calibration();
    ClassifiedTexts classified =
        ClassifiedTexts.of(bare(model), validation.texts(), settings.threads());
    return scope.task() == Task.BINARY
        ? CalibratedModel.of(model, method, classified.scored().predictions(), Manifests.THRESHOLD)
        : CalibratedModel.ofClasses(model, method, classified.predictions());
  }

  private PackagedBundle write(
      Model model,
      TrainingProvenance provenance,
      ValidationTexts validation,
      AbstainSettings abstain) {
    Bundle bare = bare(model);
    BundleMeasurement measured = BundleMeasurement.of(bare, validation, settings.threads());
    String split = Split.VALIDATION.label();
    Manifest decided =
        bare.manifest()
            .withAbstain(AbstainSelection.of(bare.manifest(), measured.classified(), abstain));
    Manifest manifest =
        decided.toBuilder()
            .training(measured.coverage().addedTo(provenance.toFacts(), split))
            .quality(Map.of(split, measured.quality()))
            .histograms(measured.histograms(decided))
            .build();
    settings.folder().write(new Bundle(manifest, tokenizer, model, GoldenTexts.scores(bare)));
    Optional<CalibrationProvenance> calibration = provenance.calibration();
    return new PackagedBundle(manifest, measured.quality(), measured.classified(), calibration);
  }

  private Bundle bare(Model model) {
    Manifest manifest =
        Manifests.bare(
            settings.id(), clock.instant(), model.network(), settings.sequences(), scope);
    return new Bundle(manifest, tokenizer, model, List.of());
  }
}
