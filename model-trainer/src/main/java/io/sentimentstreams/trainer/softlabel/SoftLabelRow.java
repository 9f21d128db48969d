package io.sentimentstreams.trainer.softlabel;

import io.sentimentstreams.trainer.data.PrintableText;
import io.sentimentstreams.trainer.data.ReviewText;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The soft label of one text in one file.
 *
 * @param place the line
 * @param id id of the text
 * @param text the text; empty if the line has only its id
 * @param probabilities of each label of the training, with sum 1
 * @param weight of the line, above 0
 */
@SuppressWarnings("ArrayRecordComponent") // Not modified, and not compared.
record SoftLabelRow(
    Place place, long id, Optional<String> text, double[] probabilities, double weight) {

  /** Largest weight of a line. */
  private static final double MAX_WEIGHT = 1000;

  SoftLabelRow {
    if (!(weight > 0 && weight <= MAX_WEIGHT)) {
      throw place.error(
          "the weight is %s".formatted(weight),
          "Use a number above 0 and at most %.0f, or remove the line".formatted(MAX_WEIGHT));
    }
  }

  /** Creates the row of a line with the text. */
  static SoftLabelRow ofText(Place place, String text, double[] probabilities, double weight) {
    if (text.isBlank()) {
      throw place.error("the text is empty", "Add the text, or remove the line");
    }
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw place.error("the text has an unpaired surrogate", "Correct the text");
    }
    if (text.length() > ReviewText.MAX_BYTES
        || text.getBytes(StandardCharsets.UTF_8).length > ReviewText.MAX_BYTES) {
      throw place.error(
          "the text exceeds %d bytes".formatted(ReviewText.MAX_BYTES),
          "Shorten the text, or remove the line");
    }
    return new SoftLabelRow(place, TextId.of(text), Optional.of(text), probabilities, weight);
  }

  /** Creates the row of a line with the id of a text. */
  static SoftLabelRow ofId(Place place, String id, double[] probabilities, double weight) {
    long parsed =
        TextId.parse(id)
            .orElseThrow(
                () ->
                    place.error(
                        "invalid id '%s'".formatted(PrintableText.of(id, 40)),
                        "Use the first 16 lower-case hex digits of the SHA-256 of the text in"
                            + " UTF-8"));
    return new SoftLabelRow(place, parsed, Optional.empty(), probabilities, weight);
  }
}
