package io.sentimentstreams.app.serving;

import static org.assertj.core.api.Assertions.assertThat;
import io.sentimentstreams.app.config.UncertainBand;
import io.sentimentstreams.model.bundle.AbstainBand;
import io.sentimentstreams.model.bundle.LoadedBundle;
import io.sentimentstreams.schemas.ModelReference;
import io.sentimentstreams.schemas.SentimentLabel;
import java.nio.file.Path;
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
  void bothBoundsOfTheBandAreUncertain() {
    ActiveModel model =
        new ActiveModel(TinyModel.inMemory(), Optional.of(new UncertainBand(0.4, 0.6)));

    assertThat(model.label(0.4)).isEqualTo(SentimentLabel.UNCERTAIN);
    assertThat(model.label(0.6)).isEqualTo(SentimentLabel.UNCERTAIN);
    assertThat(model.label(Math.nextDown(0.4))).isEqualTo(SentimentLabel.NEGATIVE);
    assertThat(model.label(Math.nextUp(0.6))).isEqualTo(SentimentLabel.POSITIVE);
  }

  @Test
  void theBundlesBandExcludesItsUpperBound() {
    LoadedBundle loaded = TinyModel.inMemory(new AbstainBand(0.25, 0.75, 0.9, 0.9));
    ActiveModel model = new ActiveModel(loaded, Optional.empty());

    assertThat(model.label(0.25)).isEqualTo(SentimentLabel.UNCERTAIN);
    assertThat(model.label(Math.nextDown(0.75))).isEqualTo(SentimentLabel.UNCERTAIN);
    assertThat(model.label(Math.nextDown(0.25))).isEqualTo(SentimentLabel.NEGATIVE);
    assertThat(model.label(0.75)).isEqualTo(SentimentLabel.POSITIVE);
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
    ActiveModel model = new ActiveModel(loaded, Optional.of(new UncertainBand(0.4, 0.6)));

    assertThat(model.label(0.3)).isEqualTo(SentimentLabel.NEGATIVE);
    assertThat(model.label(0.5)).isEqualTo(SentimentLabel.UNCERTAIN);
  }

  @Property
  void withoutABandNothingIsUncertain(@ForAll @DoubleRange(min = 0, max = 1) double score) {
    ActiveModel model = new ActiveModel(TinyModel.inMemory(), Optional.empty());

    assertThat(model.label(score)).isNotEqualTo(SentimentLabel.UNCERTAIN);
  }
}
