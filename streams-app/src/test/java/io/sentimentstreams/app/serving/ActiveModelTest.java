package io.sentimentstreams.app.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.sentimentstreams.model.bundle.LoadedBundle;
import io.sentimentstreams.model.decision.AbstainBand;
import io.sentimentstreams.model.decision.AbstainReason;
import io.sentimentstreams.model.decision.AbstainRules;
import io.sentimentstreams.model.decision.ConfidenceThreshold;
import io.sentimentstreams.model.decision.Decision;
import io.sentimentstreams.model.decision.Task;
import io.sentimentstreams.schemas.ModelReference;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActiveModelTest {

  private static final List<String> STARS = List.of("1", "2", "3", "4", "5");

  @Test
  void theReferenceNamesTheBundleItsFileAndItsRoute(@TempDir Path folder) {
    LoadedBundle loaded = TinyModel.in(folder);

    ModelReference reference = new ActiveModel(loaded, "en", AbstainRules.none()).reference();

    assertThat(reference).isEqualTo(new ModelReference("tiny", "1", loaded.sha256(), "en"));
    assertThat(reference.getSha256()).matches("[0-9a-f]{64}");
    assertThat(ActiveModel.of(loaded).reference().getRoute()).isEqualTo("*");
  }

  @Test
  void recordsSpellLabelsOfSentimentInCapitalsAndOthersAsTheBundle() {
    assertThat(ActiveModel.of(TinyModel.inMemory()).labels())
        .containsExactly("NEGATIVE", "POSITIVE");
    assertThat(
            ActiveModel.of(TinyModel.inMemory(List.of("ham", "spam"), manifest -> manifest))
                .labels())
        .containsExactly("ham", "spam");
    assertThat(ActiveModel.of(TinyModel.inMemory(STARS, manifest -> manifest)).labels())
        .isEqualTo(STARS);
  }

  @Test
  void theThresholdItselfIsPositive() {
    ActiveModel model = ActiveModel.of(TinyModel.inMemory());

    assertThat(decided(model, 0.5).label()).contains("POSITIVE");
    assertThat(decided(model, Math.nextDown(0.5)).label()).contains("NEGATIVE");
  }

  @Test
  void theBandOfASettingAndOfABundleHaveTheSameEnds() {
    AbstainRules band = AbstainRules.none().withBand(new AbstainBand(0.25, 0.75, 0.9, 0.9));
    ActiveModel configured = new ActiveModel(TinyModel.inMemory(), "*", band);
    ActiveModel own = ActiveModel.of(TinyModel.inMemory(band));

    for (ActiveModel model : List.of(configured, own)) {
      assertThat(decided(model, Math.nextDown(0.25)).label()).contains("NEGATIVE");
      assertThat(decided(model, 0.25).abstained()).contains(AbstainReason.LOW_CONFIDENCE);
      assertThat(decided(model, Math.nextDown(0.75)).label()).isEmpty();
      assertThat(decided(model, 0.75).label()).contains("POSITIVE");
    }
  }

  /** Training counts a score as decided exactly if serving gives it a label. */
  @Property
  void aScoreHasNoLabelExactlyInsideTheBand(
      @ForAll @DoubleRange(min = 0, max = 0.5) double low,
      @ForAll @DoubleRange(min = 0.5, max = 1) double high,
      @ForAll @DoubleRange(min = 0, max = 1) double score) {
    AbstainBand band = AbstainBand.of(low, high);
    ActiveModel model = ActiveModel.of(TinyModel.inMemory(AbstainRules.none().withBand(band)));

    for (double some : new double[] {score, low, high, 0, 0.5, 1}) {
      assertThat(decided(model, some).label().isEmpty())
          .isEqualTo(band.contains(some) && !band.isEmpty());
    }
  }

  @Test
  void anEmptyBandCountsAsNone() {
    AbstainRules empty = AbstainRules.none().withBand(new AbstainBand(0.5, 0.5, 1, 0.9));

    assertThat(ActiveModel.of(TinyModel.inMemory(empty)).rule().abstain().isEmpty()).isTrue();
  }

  @Test
  void eachSettingOverridesOneRuleOfTheBundle() {
    AbstainRules own =
        AbstainRules.none().withConfidence(ConfidenceThreshold.of(0.6)).withUnknownShare(0.5);
    LoadedBundle loaded =
        TinyModel.inMemory(STARS, manifest -> manifest.task(Task.ORDERED).abstain(own));

    ActiveModel eager =
        new ActiveModel(loaded, "*", AbstainRules.none().withConfidence(ConfidenceThreshold.of(0)));
    ActiveModel strict = new ActiveModel(loaded, "*", AbstainRules.none().withUnknownShare(0.25));

    assertThat(eager.rule().abstain()).isEqualTo(AbstainRules.none().withUnknownShare(0.5));
    assertThat(strict.rule().abstain()).isEqualTo(own.withUnknownShare(0.25));
    assertThat(ActiveModel.of(loaded).rule().abstain()).isEqualTo(own);
  }

  private static Decision decided(ActiveModel model, double score) {
    return model.rule().decide(new double[] {1 - score, score});
  }
}
