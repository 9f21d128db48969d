package io.sentimentstreams.trainer.cli;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * The name that was probably meant: the one with the fewest edits (insertions, deletions,
 * substitutions and swaps of neighbours), or one that begins with the typed name.
 */
final class Suggestion {

  /** A third of the letters can be wrong. */
  private static final int LETTERS_PER_EDIT = 3;

  private static final int SHORTEST_PREFIX = 2;

  private Suggestion() {}

  /** A candidate. */
  private record Candidate(String name, int distance) {}

  /** Returns the nearest of some names; empty if none is near. */
  static Optional<String> of(String typed, Iterable<String> names) {
    String letters = letters(typed);
    return StreamSupport.stream(names.spliterator(), false)
        .filter(name -> letters(name).length() > 1)
        .map(name -> new Candidate(name, distance(letters, letters(name))))
        .filter(each -> each.distance() <= Math.max(1, letters.length() / LETTERS_PER_EDIT))
        .min(Comparator.comparingInt(Candidate::distance))
        .map(Candidate::name);
  }

  private static String letters(String name) {
    return name.replaceFirst("^-+", "").toLowerCase(Locale.ROOT);
  }

  private static int distance(String typed, String name) {
    boolean prefix = typed.length() >= SHORTEST_PREFIX && name.startsWith(typed);
    return prefix ? 1 : edits(typed, name);
  }

  private static int edits(String a, String b) {
    int[][] edits = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          edits[i][j] = i + j;
          continue;
        }
        int substituted = edits[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        edits[i][j] = Math.min(substituted, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          edits[i][j] = Math.min(edits[i][j], edits[i - 2][j - 2] + 1);
        }
      }
    }
    return edits[a.length()][b.length()];
  }
}
