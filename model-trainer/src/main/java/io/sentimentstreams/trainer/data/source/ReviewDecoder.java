package io.sentimentstreams.trainer.data.source;

import io.sentimentstreams.trainer.data.InvalidDataException;
import io.sentimentstreams.trainer.data.ReviewText;
import io.sentimentstreams.trainer.file.Encoding;
import io.sentimentstreams.trainer.file.TextContent;
import io.sentimentstreams.trainer.file.TextFile;
import java.nio.file.Path;

/** Decoder of reviews with a file each. */
final class ReviewDecoder {

  private ReviewDecoder() {}

  /**
   * Decodes a review.
   *
   * @param source folder or archive with the review
   * @param name of the file
   * @param bytes a length above {@link ReviewText#MAX_BYTES} is rejected
   * @param encoding encoding of a review without a byte order mark
   */
  static String decode(Path source, String name, byte[] bytes, Encoding encoding) {
    if (bytes.length > ReviewText.MAX_BYTES) {
      throw new InvalidDataException(
          source,
          "%s exceeds %d bytes".formatted(name, ReviewText.MAX_BYTES),
          "Shorten or remove the review");
    }
    return new TextFile(source.resolve(name), TextContent.REVIEW, encoding)
        .decode(bytes, 3 * ReviewText.MAX_BYTES);
  }
}
