package io.sentimentstreams.trainer.cli.option;

import io.sentimentstreams.model.text.Analyzer;
import picocli.CommandLine.Option;

/** The analyzer of texts. */
public final class AnalyzerOption {

  @Option(
      names = "--analyzer",
      defaultValue = "keras",
      paramLabel = "NAME",
      description =
          "Analyzer that runs before the tokenizer: keras changes nothing, nori splits Korean text"
              + " into morphemes (default: ${DEFAULT-VALUE}).")
  private Analyzer analyzer = Analyzer.KERAS;

  /** Returns the analyzer. */
  public Analyzer value() {
    return analyzer;
  }
}
