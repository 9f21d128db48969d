package io.sentimentstreams.trainer.cli.option;

import io.sentimentstreams.model.text.normalize.Normalizer;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The normalizer of texts. */
public final class NormalizerOption {

  @Option(
      names = "--normalizer",
      paramLabel = "NAME",
      converter = Converter.class,
      description =
          "Normalizer that runs before the analyzer: none changes nothing, standard reads"
              + " typographic marks, HTML and emoji as typed text (default: ${DEFAULT-VALUE}). Add"
              + " +elongated to read soooo as soo, and +hashtags to read #BestMovie as two words.")
  private Normalizer normalizer;

  /** Creates the option with a default value. */
  public NormalizerOption(Normalizer byDefault) {
    normalizer = byDefault;
  }

  /** Returns the normalizer. */
  public Normalizer value() {
    return normalizer;
  }

  /** Reader of the name of a normalizer. */
  static final class Converter implements ITypeConverter<Normalizer> {

    @Override
    public Normalizer convert(String name) {
      try {
        return Normalizer.of(name);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }
}
