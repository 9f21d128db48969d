package io.sentimentstreams.trainer.behave.suite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Parser of a file of cases. A line is {@code expectation: template} or {@code same: template =>
 * partner}; {@code [capability]} starts the cases of another capability. Empty lines and lines that
 * start with {@code #} are skipped.
 */
final class CaseFile {

  private static final String PARTNER = " => ";

  private final String name;
  private final SlotTables tables;
  private final boolean regression;

  /**
   * Creates a parser.
   *
   * @param name name of the file in the ids of its cases
   * @param regression whether failures of its cases are listed as known failures
   */
  CaseFile(String name, SlotTables tables, boolean regression) {
    this.name = name;
    this.tables = tables;
    this.regression = regression;
  }

  /**
   * Returns the cases in the order of the lines.
   *
   * @param first capability of the first lines; empty if the file starts with one
   * @throws IllegalArgumentException if a line is invalid
   */
  List<BehaviourCase> cases(List<String> lines, Optional<Capability> first) {
    List<BehaviourCase> cases = new ArrayList<>();
    Optional<Capability> capability = first;
    int number = 0;
    for (String line : lines) {
      if (line.startsWith("[")) {
        capability = capability(line.substring(1, line.length() - 1));
      } else if (!line.isBlank() && !line.startsWith("#")) {
        number++;
        cases.addAll(expanded(line, number, capability.orElseThrow(() -> invalid(line))));
      }
    }
    return cases;
  }

  private List<BehaviourCase> expanded(String line, int number, Capability capability) {
    int colon = line.indexOf(": ");
    Expectation expectation =
        Expectation.of(line.substring(0, Math.max(0, colon))).orElseThrow(() -> invalid(line));
    String template = line.substring(colon + 2);
    int partner = template.indexOf(PARTNER);
    List<String> parts =
        partner < 0
            ? List.of(template)
            : List.of(
                template.substring(0, partner), template.substring(partner + PARTNER.length()));
    List<List<String>> expansions = new Template(parts, tables, number).expansions();
    List<BehaviourCase> cases = new ArrayList<>();
    for (int i = 0; i < expansions.size(); i++) {
      List<String> texts = expansions.get(i);
      cases.add(
          new BehaviourCase(
              "%s/%d.%d".formatted(name, number, i + 1),
              capability,
              expectation,
              texts.get(texts.size() - 1),
              texts.size() > 1 ? Optional.of(texts.get(0)) : Optional.empty(),
              regression));
    }
    return cases;
  }

  private Optional<Capability> capability(String typed) {
    return Arrays.stream(Capability.values())
        .filter(each -> each.toString().equals(typed))
        .findFirst();
  }

  private IllegalArgumentException invalid(String line) {
    return new IllegalArgumentException(
        "Invalid line in %s: %s. Use 'expectation: text' below a capability."
            .formatted(name, line));
  }
}
