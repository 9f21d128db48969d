package io.sentimentstreams.trainer.cli.option;

import io.sentimentstreams.model.text.Analyzer;
import io.sentimentstreams.model.text.SequenceSettings;
import io.sentimentstreams.model.text.Side;
import io.sentimentstreams.model.text.TokenizerSettings;
import picocli.CommandLine.Option;
import io.sentimentstreams.trainer.pipeline.VocabularySource;

/** How texts become token indices. */
public final class TextOptions {

  /** Stands for words that the vocabulary does not hold. */
  static final String OOV_TOKEN = "<oov>";

  @Option(
      names = "--num-words",
      defaultValue = "20000",
      paramLabel = "N",
      description =
          "Token indices below this are used, the most frequent words first (default:"
              + " ${DEFAULT-VALUE}).")
  private int words;

  @Option(
      names = "--vocabulary-from",
      defaultValue = "train",
      paramLabel = "WHERE",
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
          "Replaces words that are not in the vocabulary by one token; --no-oov-token drops them"
              + " (default: ${DEFAULT-VALUE}).")
  private boolean oovToken;

  @Option(
      names = "--max-length",
      defaultValue = "400",
      paramLabel = "N",
      description = "The most tokens of a review that are read (default: ${DEFAULT-VALUE}).")
  private int maxLength;

  @Option(
      names = "--truncating",
      defaultValue = "pre",
      paramLabel = "SIDE",
      description =
          "The end at which a longer review is cut: pre keeps its last words, post its first ones"
              + " (default: ${DEFAULT-VALUE}).")
  private Side truncating = Side.PRE;

  @Option(
      names = "--analyzer",
      defaultValue = "keras",
      paramLabel = "NAME",
      description =
          "What is done to texts before they are split: keras nothing; nori cuts Korean into"
              + " morphemes (default: ${DEFAULT-VALUE}).")
  private Analyzer analyzer = Analyzer.KERAS;

  /** How texts become tokens. */
  public TokenizerSettings tokenizer() {
    TokenizerSettings settings = TokenizerSettings.keras().withNumWords(words);
    return oovToken ? settings.withOovToken(OOV_TOKEN) : settings;
  }

  /** Whose words are counted. */
  public VocabularySource vocabulary() {
    return vocabulary;
  }

  /** How long sequences are. */
  public SequenceSettings sequences() {
    return new SequenceSettings(maxLength, Side.PRE, truncating, analyzer);
  }
}
