package io.sentimentstreams.trainer.cli;

import io.sentimentstreams.model.text.Analyzer;
import io.sentimentstreams.model.text.SequenceSettings;
import io.sentimentstreams.model.text.Side;
import io.sentimentstreams.model.text.TokenizerSettings;
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
      names = "--vocabulary",
      defaultValue = "learned",
      paramLabel = "WHERE",
      description =
          "The reviews whose words are counted: learned, those that are learned from; whole, the"
              + " held-out ones and those beyond --limit too (default: ${DEFAULT-VALUE}).")
  private VocabularySource vocabulary = VocabularySource.LEARNED;

  @Option(
      names = "--unknown-words",
      defaultValue = "token",
      paramLabel = "HOW",
      description =
          "What stands for a word that is not used: token, one for all of them; drop, nothing"
              + " (default: ${DEFAULT-VALUE}).")
  private UnknownWords unknownWords = UnknownWords.TOKEN;

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
    TokenizerSettings settings = TokenizerSettings.keras().withNumWords(words);
    return switch (unknownWords) {
      case TOKEN -> settings.withOovToken(OOV_TOKEN);
      case DROP -> settings;
    };
  }

  /** Whose words are counted. */
  VocabularySource vocabulary() {
    return vocabulary;
  }

  /** How long sequences are. */
  SequenceSettings sequences() {
    return new SequenceSettings(maxLength, Side.PRE, truncating, analyzer);
  }
}
