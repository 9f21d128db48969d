package io.sentimentstreams.build;

/**
 * A part of a text that the language rules apply to. Immutable.
 *
 * @param line from 1
 * @param kind decides which rules apply
 * @param text one source line, table cell or help description
 */
record Passage(int line, Kind kind, String text) {

  /** Kinds of passages. */
  enum Kind {
    /** A prose line in Markdown: all rules. */
    PROSE,
    /** A prose line that the next source line continues: all rules, and it is a finding. */
    BROKEN,
    /** A table cell, an annotation or a help description: may hold several sentences. */
    CELL,
    /** A line of a code block: banned words only. */
    CODE
  }
}
