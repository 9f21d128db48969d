package io.sentimentstreams.trainer.softlabel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Ids of texts: the first 64 bits of the SHA-256 of their UTF-8. */
final class TextId {

  private static final Pattern FORM = Pattern.compile("[0-9a-f]{16}");
  private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  private TextId() {}

  /** Returns the id of a text. */
  static long of(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.fromHexDigitsToLong(HexFormat.of().formatHex(digest, 0, Long.BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is required of every Java platform", e);
    }
  }

  /**
   * Returns the id that texts have in common if they differ only in case, white space, punctuation
   * or compatible characters. Texts without letters and digits are compared as they are.
   */
  static long ofNormalized(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    String words = SEPARATORS.matcher(plain).replaceAll(" ").strip();
    return of(words.isEmpty() ? text.strip() : words);
  }

  /** Returns the id with 16 lower-case hex digits; empty for another form. */
  static Optional<Long> parse(String digits) {
    return FORM.matcher(digits).matches()
        ? Optional.of(HexFormat.fromHexDigitsToLong(digits))
        : Optional.empty();
  }
}
