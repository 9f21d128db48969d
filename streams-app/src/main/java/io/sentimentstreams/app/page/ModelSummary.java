package io.sentimentstreams.app.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.sentimentstreams.app.serving.ActiveModel;
import io.sentimentstreams.model.bundle.Manifest;
import io.sentimentstreams.model.bundle.Quality;
import io.sentimentstreams.model.decision.AbstainRules;
import io.sentimentstreams.model.decision.ConfidenceThreshold;
import io.sentimentstreams.model.decision.Task;
import io.sentimentstreams.model.network.Layer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The response to {@code GET /v1/model}: a model that scores.
 *
 * @param sha256 of the bundle
 * @param createdAt creation time of the bundle
 * @param task kind of the labels
 * @param labels as records spell them, in the model's order
 * @param languages primary subtags of the texts that the model answers; empty for any
 * @param threshold with two labels, the lowest positive score
 * @param abstain when the model gives no label, after the settings
 * @param maxLength the maximum number of tokens
 * @param vocabulary number of token indices
 * @param layers of the network
 * @param quality measured quality by split
 * @param route that selects the model: a language, or * for all other texts
 * @param routes all routes of the instance
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ModelSummary(
    String name,
    String version,
    String sha256,
    String createdAt,
    Task task,
    List<String> labels,
    List<String> languages,
    @Nullable Double threshold,
    Abstain abstain,
    int maxLength,
    int vocabulary,
    List<Layer> layers,
    Map<String, Quality> quality,
    String route,
    List<Route> routes) {

  /**
   * A route of the instance.
   *
   * @param route a language, or * for all other texts
   * @param languages primary subtags of the texts that its model answers; empty for any
   */
  record Route(String route, String name, String version, List<String> languages) {

    static Route of(ActiveModel model) {
      return new Route(
          model.route(),
          model.manifest().name(),
          model.manifest().version(),
          model.manifest().languages());
    }
  }

  /** Returns the card of a model. */
  static ModelSummary of(ActiveModel model, List<Route> routes) {
    Manifest manifest = model.manifest();
    return new ModelSummary(
        manifest.name(),
        manifest.version(),
        model.reference().getSha256(),
        manifest.createdAt(),
        manifest.task(),
        model.labels(),
        manifest.languages(),
        manifest.task() == Task.BINARY ? manifest.threshold() : null,
        Abstain.of(model.rule().abstain()),
        manifest.text().maxLength(),
        manifest.network().embedding().inputDim(),
        manifest.network().layers(),
        manifest.quality(),
        model.route(),
        routes);
  }

  /**
   * When the model gives no label, without rules that do not exist.
   *
   * @param band the lowest score without a label and the lowest score above those
   * @param confidence smallest probability of a label
   * @param unknownShare largest share of unknown tokens in a text with a label
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Abstain(
      @Nullable List<Double> band, @Nullable Double confidence, @Nullable Double unknownShare) {

    static Abstain of(AbstainRules rules) {
      return new Abstain(
          rules.band().map(band -> List.of(band.low(), band.high())).orElse(null),
          rules.confidence().map(ConfidenceThreshold::probability).orElse(null),
          rules.unknownShare().orElse(null));
    }
  }
}
