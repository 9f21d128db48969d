package io.sentimentstreams.trainer.cli.vectorize;

import io.sentimentstreams.model.file.AtomicFile;
import io.sentimentstreams.model.file.OutputCheck;
import io.sentimentstreams.trainer.vectorize.CsvRowWriter;
import io.sentimentstreams.trainer.vectorize.JsonRowWriter;
import io.sentimentstreams.trainer.vectorize.NpyRowWriter;
import io.sentimentstreams.trainer.vectorize.RowWriter;
import io.sentimentstreams.trainer.vectorize.Vectorization;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Option;

/** Destination and format of rows. */
final class OutputOptions {

  /** Formats of rows. */
  enum Format {
    JSON,
    CSV,
    NPY;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Forms of rows with many zeros in JSON. */
  enum Zeros {
    /** Dense if the row is short, sparse otherwise. */
    AUTO,
    /** With zeros. */
    DENSE,
    /** Without zeros. */
    SPARSE
  }

  /** Length up to which an array is readable. */
  private static final long MAX_DENSE_LENGTH = 1000;

  /** 512 MiB of doubles. */
  private static final long MAX_ROW = 1L << 26;

  @Option(
      names = "--format",
      defaultValue = "json",
      paramLabel = "FORMAT",
      description =
          "Format: json (one value per line), csv or npy (an array for numpy.load) (default:"
              + " ${DEFAULT-VALUE}).")
  private Format format = Format.JSON;

  @Option(
      names = "--rows",
      defaultValue = "auto",
      paramLabel = "FORM",
      description =
          "Form of one-hot and matrix rows in JSON: dense (arrays), sparse (shape, indices and"
              + " values) or auto (sparse above "
              + MAX_DENSE_LENGTH
              + " numbers) (default: ${DEFAULT-VALUE}).")
  private Zeros zeros = Zeros.AUTO;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Output file (default: the standard output; required for npy).")
  private Optional<Path> file = Optional.empty();

  /**
   * Checks that the options fit each other.
   *
   * @throws IllegalArgumentException if they do not
   */
  void check() {
    if (format == Format.NPY && file.isEmpty()) {
      throw new IllegalArgumentException(
          "--format npy needs a file because its header is written last. Add --out FILE.");
    }
    if (format != Format.JSON && zeros == Zeros.SPARSE) {
      throw new IllegalArgumentException("--rows sparse needs --format json");
    }
  }

  /** Returns the output file; empty for the standard output. */
  Optional<Path> file() {
    return file;
  }

  /** Returns whether rows are written as JSON. */
  boolean isJson() {
    return format == Format.JSON;
  }

  /**
   * Checks that the format can contain the rows.
   *
   * @throws IllegalArgumentException if it cannot
   */
  void check(Vectorization made) {
    if (format == Format.NPY && made.shape().isEmpty()) {
      throw new IllegalArgumentException(
          "--format npy needs rows of numbers of one length. Add --max-length N, or use --format"
              + " json.");
    }
    long size = made.shape().stream().mapToLong(OutputOptions::size).sum();
    boolean dense = format != Format.JSON || zeros == Zeros.DENSE;
    if (dense && size > MAX_ROW) {
      throw new IllegalArgumentException(
          "a row would contain %d numbers. Use --format json --rows sparse.".formatted(size));
    }
  }

  private static long size(List<Integer> shape) {
    return shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
  }

  /** Writes all rows, and prints their number to {@code err} if they are in a file. */
  void write(Vectorization made, PrintWriter out, PrintWriter err) {
    if (file.isEmpty()) {
      try {
        write(made, textRows(made, out));
      } catch (IOException e) {
        throw OutputCheck.failure(Path.of("-"), e);
      }
      out.flush();
      return;
    }
    Path path = file.get();
    try (AtomicFile output = new AtomicFile(path)) {
      long rows = write(made, path, output);
      output.commit();
      err.printf(Locale.ROOT, "wrote %d rows to %s%n", rows, path);
    } catch (IOException e) {
      throw OutputCheck.failure(path, e);
    }
  }

  private long write(Vectorization made, Path path, AtomicFile output) throws IOException {
    if (format == Format.NPY) {
      List<Integer> shape = made.shape().orElseThrow(() -> new IllegalStateException(path + ""));
      return write(made, new NpyRowWriter(output.channel(), made.type(), shape));
    }
    Writer text = Channels.newWriter(output.channel(), StandardCharsets.UTF_8);
    long rows = write(made, textRows(made, text));
    text.flush();
    return rows;
  }

  private RowWriter textRows(Vectorization made, Writer out) throws IOException {
    long longestDense =
        switch (zeros) {
          case AUTO -> MAX_DENSE_LENGTH;
          case DENSE -> MAX_ROW;
          case SPARSE -> 0;
        };
    return format == Format.CSV
        ? new CsvRowWriter(out, made.type())
        : new JsonRowWriter(out, made.type(), longestDense);
  }

  private static long write(Vectorization made, RowWriter writer) throws IOException {
    AtomicLong rows = new AtomicLong();
    try {
      made.rows()
          .forEach(
              row -> {
                long number = rows.incrementAndGet();
                try {
                  writer.write(row);
                } catch (IOException e) {
                  throw new RowNotWrittenException(e);
                } catch (IllegalArgumentException e) {
                  throw new IllegalStateException(
                      "text %d: %s".formatted(number, e.getMessage()), e);
                }
              });
    } catch (RowNotWrittenException e) {
      throw e.getCause();
    }
    writer.finish();
    return rows.get();
  }

  /** An error of the output, in contrast to errors of the input that is read at the same time. */
  private static final class RowNotWrittenException extends UncheckedIOException {
    private static final long serialVersionUID = 1;

    RowNotWrittenException(IOException cause) {
      super(cause);
    }
  }
}
