package io.sentimentstreams.trainer.cli.option;

import io.sentimentstreams.model.text.Analyzer;
import io.sentimentstreams.model.text.analysis.MissingAnalyzerException;
import picocli.CommandLine.Option;

/** The analyzer of texts. */
public final class AnalyzerOption {

  // Annotations need constants, so these lines repeat Analyzer.purpose(); a test compares them.
  @Option(
      names = "--analyzer",
      defaultValue = "keras",
      paramLabel = "NAME",
      description = {
        "Analyzer that runs before the tokenizer (default: ${DEFAULT-VALUE}).",
        "With keras it changes nothing.",
        "With standard it splits text into words by the rules of Unicode (UAX 29).",
        "With nori it splits Korean text into morphemes.",
        "With kuromoji it splits Japanese text into morphemes.",
        "With smartcn it splits simplified Chinese text into words.",
        "With icu it splits text of any script into words, by dictionary for Thai, Chinese and others."
      })
  private Analyzer analyzer = Analyzer.KERAS;

  /**
   * Returns the analyzer.
   *
   * @throws MissingAnalyzerException if its library is not installed
   */
  public Analyzer value() {
    analyzer.load();
    return analyzer;
  }
}
