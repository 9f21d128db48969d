package io.sentimentstreams.trainer.cli.option;

import io.sentimentstreams.model.text.SequenceSettings;
import io.sentimentstreams.model.text.Side;
import io.sentimentstreams.model.text.TokenizerSettings;
import io.sentimentstreams.model.text.normalize.Normalizer;
import io.sentimentstreams.trainer.pipeline.TrainingPlan;
import io.sentimentstreams.trainer.pipeline.VocabularySource;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How texts become sequences of token indices. */
public final class TextOptions {

  private static final String OOV_TOKEN = "<oov>";

  @Option(
      names = "--num-words",
      defaultValue = "20000",
      paramLabel = "N",
      description =
          "Use token indices below N only; frequent words have low indices (default:"
              + " ${DEFAULT-VALUE}).")
  private int words;

  @Option(
      names = "--vocabulary-from",
      defaultValue = "train",
      paramLabel = "REVIEWS",
      description =
          "Reviews whose words are counted: train, the reviews that the model is fitted on; all, also"
              + " the validation split and the reviews beyond --limit (default: ${DEFAULT-VALUE}).")
  private VocabularySource vocabulary = VocabularySource.TRAIN;

  @Option(
      names = "--oov-token",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description =
          "Replace words that are not in the vocabulary by one token; --no-oov-token drops them"
              + " (default: ${DEFAULT-VALUE}).")
  private boolean oovToken;

  @Option(
      names = "--max-length",
      defaultValue = "400",
      paramLabel = "N",
      description = "Maximum number of tokens of a review (default: ${DEFAULT-VALUE}).")
  private int maxLength;

  @Option(
      names = "--truncating",
      defaultValue = "pre",
      paramLabel = "SIDE",
      description =
          "Side from which longer reviews are truncated: pre keeps the last tokens, post the first"
              + " ones (default: ${DEFAULT-VALUE}).")
  private Side truncating = Side.PRE;

  @Mixin private final AnalyzerOption analyzer = new AnalyzerOption();

  @Mixin private final NormalizerOption normalizer = new NormalizerOption(Normalizer.STANDARD);

  /**
   * Returns the settings.
   *
   * @throws IllegalArgumentException if a value is out of range
   */
  public TrainingPlan.Text settings() {
    TokenizerSettings keras = TokenizerSettings.keras().withNumWords(words);
    return new TrainingPlan.Text(
        oovToken ? keras.withOovToken(OOV_TOKEN) : keras,
        vocabulary,
        new SequenceSettings(maxLength, Side.PRE, truncating)
            .withAnalyzer(analyzer.value())
            .withNormalizer(normalizer.value()));
  }
}
