package io.sentimentstreams.app.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.sentimentstreams.model.bundle.AbstainBand;
import io.sentimentstreams.model.bundle.LoadedBundle;
import io.sentimentstreams.schemas.ModelReference;
import io.sentimentstreams.schemas.SentimentLabel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActiveModelTest {

  @Test
  void theReferenceNamesTheBundleAndItsFile(@TempDir Path folder) {
    LoadedBundle loaded = TinyModel.in(folder);

    ModelReference reference = new ActiveModel(loaded, Optional.empty()).reference();

    assertThat(reference).isEqualTo(new ModelReference("tiny", "1", loaded.sha256()));
    assertThat(reference.getSha256()).matches("[0-9a-f]{64}");
  }

  @Test
  void theThresholdItselfIsPositive() {
    ActiveModel model = new ActiveModel(TinyModel.inMemory(), Optional.empty());

    assertThat(model.label(0.5)).isEqualTo(SentimentLabel.POSITIVE);
    assertThat(model.label(Math.nextDown(0.5))).isEqualTo(SentimentLabel.NEGATIVE);
  }

  @Test
  void theBandOfASettingAndOfABundleHaveTheSameEnds() {
    ActiveModel configured =
        new ActiveModel(TinyModel.inMemory(), Optional.of(AbstainBand.of(0.25, 0.75)));
    ActiveModel own =
        new ActiveModel(
            TinyModel.inMemory(new AbstainBand(0.25, 0.75, 0.9, 0.9)), Optional.empty());

    for (ActiveModel model : List.of(configured, own)) {
      assertThat(model.label(Math.nextDown(0.25))).isEqualTo(SentimentLabel.NEGATIVE);
      assertThat(model.label(0.25)).isEqualTo(SentimentLabel.UNCERTAIN);
      assertThat(model.label(Math.nextDown(0.75))).isEqualTo(SentimentLabel.UNCERTAIN);
      assertThat(model.label(0.75)).isEqualTo(SentimentLabel.POSITIVE);
    }
  }

  /** Training counts a score as decided exactly if serving gives it a label. */
  @Property
  void aScoreIsUncertainExactlyInsideTheBand(
      @ForAll @DoubleRange(min = 0, max = 0.5) double low,
      @ForAll @DoubleRange(min = 0.5, max = 1) double high,
      @ForAll @DoubleRange(min = 0, max = 1) double score) {
    AbstainBand band = AbstainBand.of(low, high);
    ActiveModel model = new ActiveModel(TinyModel.inMemory(band), Optional.empty());

    for (double some : new double[] {score, low, high, 0, 0.5, 1}) {
      assertThat(model.label(some) == SentimentLabel.UNCERTAIN).isEqualTo(band.contains(some));
    }
  }

  @Test
  void aBandUpToOneIncludesIt() {
    ActiveModel model =
        new ActiveModel(TinyModel.inMemory(new AbstainBand(0, 1, 0, 0)), Optional.empty());

    assertThat(model.label(0)).isEqualTo(SentimentLabel.UNCERTAIN);
    assertThat(model.label(1)).isEqualTo(SentimentLabel.UNCERTAIN);
  }

  @Test
  void anEmptyBandCountsAsNone() {
    ActiveModel model =
        new ActiveModel(TinyModel.inMemory(new AbstainBand(0.5, 0.5, 1, 0.9)), Optional.empty());

    assertThat(model.uncertainBand()).isEmpty();
    assertThat(model.label(0.5)).isEqualTo(SentimentLabel.POSITIVE);
  }

  @Test
  void aSettingOverridesTheBundlesBand() {
    LoadedBundle loaded = TinyModel.inMemory(new AbstainBand(0.25, 0.75, 0.9, 0.9));
    ActiveModel model = new ActiveModel(loaded, Optional.of(AbstainBand.of(0.4, 0.6)));

    assertThat(model.label(0.3)).isEqualTo(SentimentLabel.NEGATIVE);
    assertThat(model.label(0.5)).isEqualTo(SentimentLabel.UNCERTAIN);
  }

  @Property
  void withoutABandNothingIsUncertain(@ForAll @DoubleRange(min = 0, max = 1) double score) {
    ActiveModel model = new ActiveModel(TinyModel.inMemory(), Optional.empty());

    assertThat(model.label(score)).isNotEqualTo(SentimentLabel.UNCERTAIN);
  }
}
