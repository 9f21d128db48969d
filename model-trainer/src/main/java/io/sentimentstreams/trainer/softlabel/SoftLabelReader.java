package io.sentimentstreams.trainer.softlabel;

import io.sentimentstreams.trainer.data.InvalidDataException;
import io.sentimentstreams.trainer.data.Labels;
import io.sentimentstreams.trainer.data.LimitedStream;
import io.sentimentstreams.trainer.data.ReviewText;
import io.sentimentstreams.trainer.file.Encoding;
import io.sentimentstreams.trainer.file.TextContent;
import io.sentimentstreams.trainer.file.TextFile;
import io.sentimentstreams.trainer.file.TextLines;
import io.sentimentstreams.trainer.file.TextStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reader of soft-label files, which are untrusted: JSON lines or tab-separated values, plain or
 * compressed. Every fault is an error with file and line.
 *
 * @param labels labels of the training
 */
record SoftLabelReader(Labels labels) {

  /** Limit on the decompressed size in bytes of UTF-8. */
  private static final long MAX_BYTES = 4L << 30;

  /** Limit on the bytes of a line; escapes can take six bytes per byte of text. */
  private static final int MAX_LINE = 8 * ReviewText.MAX_BYTES;

  /** Limit on the number of texts. */
  private static final int MAX_TEXTS = 20_000_000;

  /**
   * Reads a file.
   *
   * @param rows receives the soft labels in the order of the file
   * @return the facts in its header
   * @throws InvalidDataException if a line is not valid, or if there is no text
   */
  SoftLabelHeader read(Path path, Consumer<SoftLabelRow> rows) {
    TextFile file = new TextFile(path, TextContent.SOFT_LABELS, Encoding.UNICODE);
    try (TextStream in = file.open();
        TextStream limited = in.wrapped(new LimitedStream(in, MAX_BYTES))) {
      return read(path, new TextLines(limited, MAX_LINE), rows);
    } catch (LimitedStream.StreamTooLargeException e) {
      throw new InvalidDataException(
          path,
          "the content exceeds %d bytes".formatted(MAX_BYTES),
          "Split it into smaller files",
          e);
    } catch (IOException e) {
      throw file.unreadable(e);
    }
  }

  private SoftLabelHeader read(Path path, TextLines lines, Consumer<SoftLabelRow> rows)
      throws IOException {
    @Nullable RowParser parser = null;
    int texts = 0;
    for (Optional<TextLines.Line> next = lines.next(); next.isPresent(); next = lines.next()) {
      TextLines.Line line = next.get();
      Place place = new Place(path, line.number());
      if (line.problem().isPresent()) {
        throw problem(place, line.problem().get());
      }
      if (line.text().isBlank()) {
        continue;
      }
      if (parser == null) {
        parser = parser(place, line.text());
        continue;
      }
      texts++;
      if (texts > MAX_TEXTS) {
        throw place.error("more than %d texts".formatted(MAX_TEXTS), "Use fewer texts");
      }
      rows.accept(parser.row(place, line.text()));
    }
    if (parser == null || texts == 0) {
      throw new InvalidDataException(
          path, "no text with probabilities", "Write a header and a line per text");
    }
    return parser.header();
  }

  private RowParser parser(Place place, String line) {
    boolean json = line.stripLeading().startsWith("{") || line.stripLeading().startsWith("[");
    return json ? JsonRowParser.of(place, line, labels) : TableRowParser.of(place, line, labels);
  }

  private static InvalidDataException problem(Place place, TextLines.Problem problem) {
    return place.error(
        problem.description(),
        problem.isEncoding()
            ? Encoding.UNICODE.remedyForMalformed()
            : "Shorten the text, or remove the line");
  }

  /** Returns the SHA-256 of the bytes of a file, 64 lower-case hex digits. */
  static String sha256(Path path) {
    try (InputStream file = Files.newInputStream(path);
        DigestInputStream in = new DigestInputStream(file, MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    } catch (IOException e) {
      throw new TextFile(path, TextContent.SOFT_LABELS, Encoding.UNICODE).unreadable(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is required of every Java platform", e);
    }
  }
}
