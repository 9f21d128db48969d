package io.sentimentstreams.trainer.behave;

import io.sentimentstreams.model.bundle.Bundle;
import io.sentimentstreams.model.bundle.Manifest;
import io.sentimentstreams.model.decision.Decision;
import io.sentimentstreams.model.decision.Task;
import io.sentimentstreams.model.scoring.TextScorer;
import io.sentimentstreams.trainer.data.InvalidDataException;
import io.sentimentstreams.trainer.evaluate.TextDecider;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A bundle with its own decision rule. Of two labels, the second one is positive. Of labels on a
 * scale, the expected position decides: below 0.4 is negative, above 0.6 is positive.
 */
public final class BundleRespondent implements Respondent {

  private final Bundle bundle;

  /**
   * Creates a respondent.
   *
   * @param path of the bundle, for the message
   * @throws InvalidDataException if the labels are neither two nor on a scale
   */
  public BundleRespondent(Path path, Bundle bundle) {
    Manifest manifest = bundle.manifest();
    if (manifest.task() == Task.NOMINAL) {
      throw new InvalidDataException(
          path,
          "the labels %s are neither negative and positive nor ordered"
              .formatted(String.join(", ", manifest.labels())),
          "Use a bundle with two labels or with ordered ones");
    }
    this.bundle = bundle;
  }

  @Override
  public String name() {
    return bundle.manifest().name() + " " + bundle.manifest().version();
  }

  @Override
  public List<Answer> answers(List<String> texts) {
    TextScorer scorer = bundle.newScorer();
    TextDecider decider = new TextDecider(bundle.manifest());
    return texts.stream().map(text -> answer(decider.decide(scorer, text).decision())).toList();
  }

  private Answer answer(Decision decision) {
    Optional<Polarity> polarity =
        decision
            .label()
            .map(
                label ->
                    bundle.manifest().task() == Task.BINARY
                        ? polarity(label)
                        : Polarity.ofPosition(decision.score().orElseThrow()));
    return new Answer(polarity, decision.score());
  }

  private Polarity polarity(String label) {
    return label.equals(bundle.manifest().labels().get(1)) ? Polarity.POSITIVE : Polarity.NEGATIVE;
  }
}
