package io.sentimentstreams.trainer.cli.option;

import io.sentimentstreams.trainer.file.Encoding;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The encoding of text files. */
public final class CharsetOption {

  @Option(
      names = "--charset",
      paramLabel = "NAME",
      converter = EncodingConverter.class,
      description =
          "Encoding of texts without a byte order mark, such as windows-1252, latin1 or UTF-16LE"
              + " (default: UTF-8).")
  private Optional<Encoding> encoding = Optional.empty();

  /** Returns the encoding. */
  public Encoding encoding() {
    return encoding.orElse(Encoding.STANDARD);
  }

  /** Converter of the name of a charset. */
  static final class EncodingConverter implements ITypeConverter<Encoding> {

    @Override
    public Encoding convert(String value) {
      try {
        return Encoding.named(value);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }
}
