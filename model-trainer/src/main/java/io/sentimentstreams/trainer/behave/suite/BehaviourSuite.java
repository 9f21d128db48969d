package io.sentimentstreams.trainer.behave.suite;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The cases of a language, always in the same order. Immutable.
 *
 * @param language language of the texts
 * @param cases at least one
 */
public record BehaviourSuite(SuiteLanguage language, List<BehaviourCase> cases) {

  private static final String TABLES = "tables";
  private static final String REGRESSIONS = "regressions";

  public BehaviourSuite {
    cases = List.copyOf(cases);
    if (cases.isEmpty()) {
      throw new IllegalArgumentException(
          "No cases in %s for these capabilities. Name others.".formatted(language.english()));
    }
  }

  /** Reads the suite of a language from the resources of this program. */
  public static BehaviourSuite of(SuiteLanguage language) {
    SlotTables tables = SlotTables.of(lines(language, TABLES).orElseThrow());
    List<BehaviourCase> cases = new ArrayList<>();
    for (Capability capability : Capability.values()) {
      lines(language, capability.toString())
          .ifPresent(
              lines ->
                  cases.addAll(
                      new CaseFile(language + "/" + capability, tables, false)
                          .cases(lines, Optional.of(capability))));
    }
    lines(language, REGRESSIONS)
        .ifPresent(
            lines ->
                cases.addAll(
                    new CaseFile(language + "/" + REGRESSIONS, tables, true)
                        .cases(lines, Optional.empty())));
    return new BehaviourSuite(language, cases);
  }

  /**
   * Returns the cases of some capabilities.
   *
   * @param capabilities empty for all
   * @throws IllegalArgumentException if there are no such cases
   */
  public BehaviourSuite only(Set<Capability> capabilities) {
    return capabilities.isEmpty()
        ? this
        : new BehaviourSuite(
            language,
            cases.stream().filter(each -> capabilities.contains(each.capability())).toList());
  }

  /** Returns all texts, partners included, in the order of the cases and without duplicates. */
  public List<String> texts() {
    return cases.stream()
        .flatMap(
            each ->
                each.partner()
                    .map(partner -> List.of(partner, each.text()).stream())
                    .orElseGet(() -> List.of(each.text()).stream()))
        .distinct()
        .toList();
  }

  /** Returns the SHA-256 of the cases, 64 lower-case hexadecimal digits. */
  public String sha256() {
    StringBuilder all = new StringBuilder();
    for (BehaviourCase each : cases) {
      all.append(each.id()).append('\t').append(each.expectation()).append('\t');
      all.append(each.text()).append('\t').append(each.partner().orElse("")).append('\0');
    }
    return DigestUtils.sha256Hex(all.toString());
  }

  private static Optional<List<String>> lines(SuiteLanguage language, String file) {
    String path = "/behaviour/%s/%s.txt".formatted(language, file);
    try (InputStream in = BehaviourSuite.class.getResourceAsStream(path)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the resource: " + path, e);
    }
  }
}
