package io.sentimentstreams.app.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.sentimentstreams.app.serving.ActiveModel;
import io.sentimentstreams.model.bundle.AbstainBand;
import io.sentimentstreams.model.bundle.Manifest;
import io.sentimentstreams.model.bundle.Quality;
import io.sentimentstreams.model.network.Layer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The response to {@code GET /v1/model}: the model that scores.
 *
 * @param sha256 of the bundle
 * @param createdAt creation time of the bundle
 * @param labels of the scores below and from the threshold
 * @param threshold the lowest positive score
 * @param uncertain the lowest score that is labelled UNCERTAIN and the lowest score above those
 * @param maxLength the maximum number of tokens
 * @param vocabulary number of token indices
 * @param layers of the network
 * @param quality measured quality by split
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ModelSummary(
    String name,
    String version,
    String sha256,
    String createdAt,
    List<String> labels,
    double threshold,
    @Nullable List<Double> uncertain,
    int maxLength,
    int vocabulary,
    List<Layer> layers,
    Map<String, Quality> quality) {

  /** Returns the card of a model. */
  static ModelSummary of(ActiveModel model) {
    Manifest manifest = model.manifest();
    return new ModelSummary(
        manifest.name(),
        manifest.version(),
        model.reference().getSha256(),
        manifest.createdAt(),
        manifest.labels(),
        manifest.threshold(),
        model.uncertainBand().map(ModelSummary::ends).orElse(null),
        manifest.text().maxLength(),
        manifest.network().embedding().inputDim(),
        manifest.network().layers(),
        manifest.quality());
  }

  private static List<Double> ends(AbstainBand band) {
    return List.of(band.low(), band.high());
  }
}
