package io.sentimentstreams.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sentimentstreams.model.bundle.BundleReader;
import io.sentimentstreams.model.bundle.LoadedBundle;
import io.sentimentstreams.model.decision.Decision;
import io.sentimentstreams.model.decision.DecisionRule;
import io.sentimentstreams.model.scoring.TextScorer;
import io.sentimentstreams.model.text.EncodedText;
import io.sentimentstreams.schemas.LabelProbability;
import io.sentimentstreams.schemas.ReviewScore;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The answers of a bundle in this process, to compare with those of the application. */
final class OfflineAnswers {

  /** The other process may have other kernels, whose sums of floats differ in order. */
  private static final double TOLERANCE = 1e-6;

  private final LoadedBundle loaded;
  private final TextScorer scorer;
  private final DecisionRule rule;

  /** Reads a bundle. */
  OfflineAnswers(Path bundle) {
    loaded = BundleReader.read(bundle);
    scorer = loaded.bundle().newScorer();
    rule = loaded.bundle().manifest().decisionRule();
  }

  /** Returns the decision on a text. */
  Decision of(String text) {
    EncodedText encoded = scorer.encode(text);
    return rule.withoutNetwork(encoded.tokens(), encoded.outOfVocabulary())
        .orElseGet(() -> asked(encoded));
  }

  private Decision asked(EncodedText encoded) {
    double[] probabilities = new double[scorer.classes()];
    scorer.classify(encoded, probabilities);
    return rule.decide(probabilities);
  }

  /** Asserts that a score has the values of this bundle for a text. */
  void assertEquals(ReviewScore score, String text) {
    Decision expected = of(text);
    assertThat(score.getModel().getSha256()).isEqualTo(loaded.sha256());
    assertThat(sameCase(score.getLabel())).isEqualTo(sameCase(expected.label().orElse("")));
    assertThat(score.getAbstained() == null ? null : score.getAbstained().name())
        .isEqualTo(expected.abstained().map(Enum::name).orElse(null));
    assertThat(score.getProbabilities()).hasSize(expected.probabilities().size());
    List<LabelProbability> actual = score.getProbabilities();
    for (int i = 0; i < actual.size(); i++) {
      assertThat(actual.get(i).getProbability())
          .isCloseTo(expected.probabilities().get(i), within(TOLERANCE));
    }
    if (expected.score().isPresent()) {
      assertThat(score.getScore()).isCloseTo(expected.score().get(), within(TOLERANCE));
    } else {
      assertThat(score.getScore()).isNull();
    }
  }

  /** Records spell negative and positive in capitals. */
  private static String sameCase(@Nullable String label) {
    return label == null ? "" : label.toLowerCase(Locale.ROOT);
  }
}
