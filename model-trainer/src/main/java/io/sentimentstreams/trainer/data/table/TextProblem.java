package io.sentimentstreams.trainer.data.table;

import io.sentimentstreams.trainer.file.TextLines;
import java.util.List;
import java.util.Optional;

/** Check of the characters of a row. */
final class TextProblem {

  /** Unpaired surrogate, which valid text never decodes to; marks malformed input. */
  static final char MALFORMED = '\uDFFF';

  private TextProblem() {}

  /** Returns the first problem of a row's fields. */
  static Optional<TextLines.Problem> of(LabelledRow row, String charset) {
    for (String field :
        List.of(
            row.text(),
            row.label(),
            row.id().orElse(""),
            row.split().orElse(""),
            row.domain().orElse(""))) {
      int unpaired = unpairedSurrogate(field);
      if (unpaired >= 0) {
        boolean malformed = field.charAt(unpaired) == MALFORMED;
        int character = field.codePointCount(0, unpaired) + 1;
        return Optional.of(
            new TextLines.Problem(
                malformed
                    ? "not valid %s (character %d of a field)".formatted(charset, character)
                    : "an unpaired surrogate (character %d of a field)".formatted(character),
                malformed));
      }
    }
    return Optional.empty();
  }

  /** Returns the index of the first unpaired surrogate, or -1. */
  private static int unpairedSurrogate(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (i + 1 == text.length()
            || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
          return i;
        }
        i++;
      }
    }
    return -1;
  }

  /** Returns whether a text has only white space and invisible characters. */
  static boolean isBlank(String text) {
    return text.codePoints()
        .allMatch(
            each ->
                Character.isWhitespace(each)
                    || Character.isSpaceChar(each)
                    || Character.getType(each) == Character.FORMAT);
  }
}
