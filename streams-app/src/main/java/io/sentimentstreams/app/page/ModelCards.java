package io.sentimentstreams.app.page;

import io.sentimentstreams.app.http.JsonResponses;
import io.sentimentstreams.app.http.Response;
import io.sentimentstreams.app.serving.ActiveModel;
import io.sentimentstreams.app.serving.ServedModels;
import io.sentimentstreams.model.language.LanguageRoute;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The responses to {@code GET /v1/model} and {@code GET /v1/model/LANGUAGE}. Immutable. */
final class ModelCards {

  /** The path of the main model; that of another one has a language after a slash. */
  static final String PATH = "/v1/model";

  private final ServedModels models;
  private final List<ModelSummary> cards = new ArrayList<>();

  ModelCards(ServedModels models) {
    this.models = models;
    List<ModelSummary.Route> routes = models.all().stream().map(ModelSummary.Route::of).toList();
    models.all().forEach(model -> cards.add(ModelSummary.of(model, routes)));
  }

  /** Returns the card of the main model. */
  ModelSummary main() {
    return card(models.main());
  }

  /**
   * Returns the card of a language's model.
   *
   * @param language tag of BCP 47, or *
   */
  Response answer(String language, JsonResponses json) {
    Optional<ActiveModel> model =
        language.equals(LanguageRoute.OTHERS) ? models.others() : models.ofLanguage(language);
    return model
        .map(each -> json.ok(card(each)))
        .orElseGet(
            () ->
                json.error(
                    404, "No model answers this language. See the field routes of /v1/model."));
  }

  private ModelSummary card(ActiveModel model) {
    return cards.get(models.all().indexOf(model));
  }
}
