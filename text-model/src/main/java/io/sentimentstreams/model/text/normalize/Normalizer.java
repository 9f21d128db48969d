package io.sentimentstreams.model.text.normalize;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Normalizer of typed text: it gives typographic marks, white space, invisible characters, HTML,
 * styled letters and emoji the form that a vocabulary was counted on. It is idempotent, and its
 * cost is linear in the length of the text. The manifest of a bundle names the normalizer, so
 * training and serving use the same one. The rules of a version never change. Immutable and
 * thread-safe.
 *
 * @param version version of the rules, 1; 0 for no normalizer
 * @param elongated whether three or more equal letters in a row become two
 * @param hashtags whether {@code #BestMovie} becomes {@code Best Movie}
 */
public record Normalizer(int version, boolean elongated, boolean hashtags) {

  /** No normalizer: exactly the text, as Keras reads it. */
  public static final Normalizer NONE = new Normalizer(0, false, false);

  /** The newest version of the rules, without the optional ones. */
  public static final Normalizer STANDARD = new Normalizer(1, false, false);

  private static final int NEWEST = 1;
  private static final String NO_NAME = "none";
  private static final String STANDARD_NAME = "standard";
  private static final String ELONGATED = "elongated";
  private static final String HASHTAGS = "hashtags";

  public Normalizer {
    if (version < 0 || version > NEWEST || (version == 0 && (elongated || hashtags))) {
      throw new IllegalArgumentException(
          "Normalizer has no such version or option: version %d. Use 1, or 0 without options."
              .formatted(version));
    }
  }

  /**
   * Returns the normalizer of a name: {@code none}, {@code standard} for the newest version, or
   * {@code standard-1}, the last two with {@code +elongated} and {@code +hashtags} if wanted.
   *
   * @throws IllegalArgumentException if this release has no such normalizer
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Normalizer of(String name) {
    if (name.isEmpty() || name.equals(NO_NAME)) {
      return NONE;
    }
    String[] parts = name.split("\\+", -1);
    boolean elongated = false;
    boolean hashtags = false;
    boolean known = parts[0].equals(STANDARD_NAME) || parts[0].equals(STANDARD_NAME + "-" + NEWEST);
    for (int i = 1; i < parts.length; i++) {
      known &= parts[i].equals(ELONGATED) ? !elongated : parts[i].equals(HASHTAGS) && !hashtags;
      elongated |= parts[i].equals(ELONGATED);
      hashtags |= parts[i].equals(HASHTAGS);
    }
    if (!known) {
      throw new IllegalArgumentException(
          ("Normalizer is unknown: '%s'. Use none, standard or standard-%d, the last two with"
                  + " +elongated or +hashtags if wanted, or a newer release.")
              .formatted(name, NEWEST));
    }
    return new Normalizer(NEWEST, elongated, hashtags);
  }

  /** Returns the name with the version, as a manifest has it; empty for no normalizer. */
  @JsonValue
  public String id() {
    return version == 0
        ? ""
        : STANDARD_NAME
            + "-"
            + version
            + (elongated ? "+" + ELONGATED : "")
            + (hashtags ? "+" + HASHTAGS : "");
  }

  /** Returns the normal form of a text, which is the same object if it is normal already. */
  public String normalize(String text) {
    return changes(text) ? normal(text, false).text() : text;
  }

  /** Returns the normal form of a text with the ranges of the text that it was made of. */
  public TracedText trace(String text) {
    return changes(text) ? normal(text, true).trace() : TracedText.of(text);
  }

  private boolean changes(String text) {
    return version > 0
        && (!PlainText.isWhole(text) || ((elongated || hashtags) && folding().mayChange(text)));
  }

  private TextBuffer normal(String text, boolean traced) {
    TextBuffer normal = new Normalization(text, traced).run();
    Folding folding = folding();
    if (folding.isEmpty()) {
      return normal;
    }
    TextBuffer folded = new TextBuffer(normal.size() + 16, traced);
    folding.apply(normal, folded);
    return folded;
  }

  private Folding folding() {
    return new Folding(elongated, hashtags);
  }

  /** Returns the name with the version; {@code none} for no normalizer. */
  @Override
  public String toString() {
    return version == 0 ? NO_NAME : id();
  }
}
