package io.sentimentstreams.app.config;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The option or command that a misspelled argument probably meant. */
final class Typo {

  /** A third of the letters can be wrong. */
  private static final int LETTERS_PER_EDIT = 3;

  private Typo() {}

  /** A candidate. */
  private record Candidate(String name, int distance) {}

  /**
   * Returns the name with the fewest insertions, deletions and substitutions; empty if none is
   * near. An option is compared with options only, and a command with commands.
   */
  static Optional<String> meant(String argument, List<String> names) {
    String typed = argument.split("=", 2)[0].toLowerCase(Locale.ROOT);
    return names.stream()
        .filter(name -> name.startsWith("-") == typed.startsWith("-"))
        .map(name -> new Candidate(name, distance(typed, name)))
        .filter(each -> each.distance() <= Math.max(1, typed.length() / LETTERS_PER_EDIT))
        .min(Comparator.comparingInt(Candidate::distance))
        .map(Candidate::name);
  }

  private static int distance(String a, String b) {
    int[] before = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      before[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] now = new int[b.length() + 1];
      now[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substituted = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        now[j] = Math.min(substituted, 1 + Math.min(before[j], now[j - 1]));
      }
      before = now;
    }
    return before[b.length()];
  }
}
