package io.sentimentstreams.model.text.normalize;

/** The role of a character in a text. */
enum CharacterKind {
  /** A letter, or a code point that Unicode 14 does not assign. */
  WORD,
  /** A digit or another number. */
  NUMBER,
  /** A combining mark, which belongs to the letter before it. */
  MARK,
  /** White space other than space, tab and line feed. */
  SPACE,
  /** A character without a shape: it is removed, and the characters around it become neighbours. */
  REMOVED,
  /** Punctuation or a symbol outside of ASCII: it separates words. */
  SEPARATOR,
  /** ASCII punctuation, space, tab or line feed: it stays, and the tokenizer decides. */
  PUNCTUATION,
  /** An apostrophe inside of a word, otherwise a quotation mark. */
  APOSTROPHE,
  /** A double quotation mark. */
  QUOTE,
  /** A hyphen inside of a compound. */
  HYPHEN,
  /** A dash between words. */
  DASH,
  /** An emoji: a token of its own. */
  EMOJI,
  /** A symbol that separates, or a part of an emoji after a joiner. */
  JOINED;

  /** Returns whether letters may follow without the start of another word. */
  boolean isInWord() {
    return this == WORD || this == NUMBER || this == MARK;
  }
}
