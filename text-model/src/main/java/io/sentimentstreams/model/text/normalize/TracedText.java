package io.sentimentstreams.model.text.normalize;

import java.util.stream.IntStream;

/**
 * A text made of another, and the range of the original that each of its characters was made of.
 * Positions are UTF-16 code units. Immutable and thread-safe.
 */
public final class TracedText {

  private final String text;
  private final int[] from;
  private final int[] to;

  /**
   * Creates a text; the arrays are not copied.
   *
   * @param from first position in the original by character
   * @param to position behind the last one
   */
  TracedText(String text, int[] from, int[] to) {
    this.text = text;
    this.from = from;
    this.to = to;
  }

  /** Returns a text that is its own original. */
  public static TracedText of(String text) {
    return new TracedText(
        text,
        IntStream.range(0, text.length()).toArray(),
        IntStream.rangeClosed(1, text.length()).toArray());
  }

  /** Returns the text. */
  public String text() {
    return text;
  }

  /** Returns the first position in the original of the non-empty part that begins here. */
  public int from(int start) {
    return from[start];
  }

  /** Returns the position behind the last one in the original of the part that ends here. */
  public int to(int end) {
    return to[end - 1];
  }

  /**
   * Returns a text that was made of this one, with ranges of this one's original.
   *
   * @param made text
   * @param starts first position in this text by character
   * @param ends position behind the last one, above the first
   */
  public TracedText then(String made, int[] starts, int[] ends) {
    return new TracedText(
        made,
        IntStream.of(starts).map(this::from).toArray(),
        IntStream.of(ends).map(this::to).toArray());
  }
}
