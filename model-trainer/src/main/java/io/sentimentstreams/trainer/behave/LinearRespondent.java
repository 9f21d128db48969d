package io.sentimentstreams.trainer.behave;

import io.sentimentstreams.trainer.linear.LinearModel;
import java.util.List;

/** The linear baseline, which answers every text. */
public final class LinearRespondent implements Respondent {

  private final LinearModel model;

  public LinearRespondent(LinearModel model) {
    this.model = model;
  }

  @Override
  public String name() {
    return "linear baseline";
  }

  @Override
  public List<Answer> answers(List<String> texts) {
    return texts.stream().map(text -> Answer.ofScore(model.score(text))).toList();
  }
}
