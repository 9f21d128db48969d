package io.sentimentstreams.trainer.cli.option;

import io.sentimentstreams.model.bundle.Manifest;
import java.util.HashSet;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The languages that a model answers. */
public final class LanguagesOption {

  @Option(
      names = "--languages",
      split = ",",
      paramLabel = "LANGUAGE",
      description =
          "Languages of the texts that the model answers, as primary subtags of BCP 47 such as en"
              + " or ko. The application answers no text in another language (default: any).")
  private List<String> languages = List.of();

  @SuppressWarnings("NullAway.Init") // Set by picocli.
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  /**
   * Returns the primary subtags; empty for any language.
   *
   * @throws ParameterException if one is not a primary subtag, or is there twice
   */
  public List<String> subtags() {
    for (String language : languages) {
      if (!Manifest.isLanguage(language)) {
        throw new ParameterException(
            spec.commandLine(),
            "--languages must be primary subtags such as en,ko, was " + language);
      }
    }
    if (new HashSet<>(languages).size() != languages.size()) {
      throw new ParameterException(
          spec.commandLine(), "--languages must be distinct, was " + String.join(",", languages));
    }
    return languages;
  }
}
