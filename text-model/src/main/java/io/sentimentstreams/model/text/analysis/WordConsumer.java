package io.sentimentstreams.model.text.analysis;

/** Consumer of the words of a text, in order. */
@FunctionalInterface
public interface WordConsumer {

  /**
   * Accepts a word.
   *
   * @param word characters, valid only during the call
   * @param from first position in the text that the word was made of, in UTF-16 code units
   * @param to position behind the last one
   */
  void word(CharSequence word, int from, int to);
}
