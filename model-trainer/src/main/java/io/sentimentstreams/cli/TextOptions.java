package io.sentimentstreams.cli;

import io.sentimentstreams.text.Analyzer;
import io.sentimentstreams.text.SequenceSettings;
import io.sentimentstreams.text.Side;
import io.sentimentstreams.text.TokenizerSettings;
import picocli.CommandLine.Option;

/** How texts become token indices. */
final class TextOptions {

  /** Stands for words that the vocabulary does not hold. */
  static final String OOV_TOKEN = "<oov>";

  @Option(
      names = "--words",
      defaultValue = "20000",
      paramLabel = "N",
      description =
          "Token indices below this are used, the most frequent words first (default:"
              + " ${DEFAULT-VALUE}).")
  private int words;

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
  TokenizerSettings tokenizer() {
    return TokenizerSettings.keras().withNumWords(words).withOovToken(OOV_TOKEN);
  }

  /** How long sequences are. */
  SequenceSettings sequences() {
    return new SequenceSettings(maxLength, Side.PRE, truncating, analyzer);
  }
}
