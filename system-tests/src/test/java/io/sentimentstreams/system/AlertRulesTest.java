package io.sentimentstreams.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The alert rules are valid; each has tests that it fires and stays quiet, and a runbook entry. */
class AlertRulesTest {

  private static final Path ROOT = Path.of(System.getProperty("repository.root", ".."));
  private static final Path PROMETHEUS = ROOT.resolve("deploy/prometheus");

  /** The label of a part: meaning, diagnosis, action. */
  private static final Pattern LABEL = Pattern.compile("(?m)^\\*\\*[A-Z][a-z ]+[.:]\\*\\*");

  private static final Pattern ALERT = Pattern.compile("- alert: (\\w+)");

  @Test
  void everyAlertHasAnEntryInTheRunbook() throws IOException {
    List<String> headings =
        Files.readAllLines(ROOT.resolve("docs/runbook.md")).stream()
            .filter(line -> line.startsWith("## "))
            .map(line -> line.substring(3))
            .toList();

    assertThat(headings).containsExactlyElementsOf(alerts());
  }

  @Test
  void everyAlertLinksToItsRunbookEntry() throws IOException {
    String rules = Files.readString(PROMETHEUS.resolve("rules.yml"));
    String runbook = Files.readString(ROOT.resolve("docs/runbook.md"));

    for (String alert : alerts()) {
      String rule = rules.split("- alert: " + alert + "\n", 2)[1].split("- alert: ", 2)[0];
      String entry = runbook.split("## " + alert + "\n", 2)[1].split("\n## ", 2)[0];
      assertThat(rule)
          .contains("runbook: docs/runbook.md#" + alert.toLowerCase(Locale.ROOT) + "\n")
          .containsPattern("severity: (critical|warning)")
          .contains("summary: ", "description: ");
      assertThat(LABEL.matcher(entry).results().count()).as("parts of " + alert).isEqualTo(3);
    }
  }

  @Test
  void everyAlertHasTestsThatItFiresAndStaysQuiet() throws IOException {
    String tests = Files.readString(PROMETHEUS.resolve("rules_test.yml"));

    for (String alert : alerts()) {
      String name = Pattern.quote("alertname: " + alert);
      assertThat(
              Pattern.compile(name + "\\n +exp_alerts:\\n +- exp_labels").matcher(tests).results())
          .as("tests that see %s fire", alert)
          .isNotEmpty();
      assertThat(Pattern.compile(name + "\\n +exp_alerts: \\[\\]").matcher(tests).results())
          .as("tests that see %s stay quiet", alert)
          .isNotEmpty();
    }
  }

  @Test
  void promtoolAcceptsRulesAndTheirTestsPass() throws Exception {
    assumeTrue(
        LocalProgram.isThere("promtool"), "promtool is not installed (Debian package prometheus)");

    assertThat(LocalProgram.run(PROMETHEUS, "promtool", "check", "rules", "rules.yml"))
        .contains("SUCCESS");
    assertThat(LocalProgram.run(PROMETHEUS, "promtool", "check", "config", "prometheus.yml"))
        .contains("SUCCESS");
    assertThat(LocalProgram.run(PROMETHEUS, "promtool", "test", "rules", "rules_test.yml"))
        .contains("SUCCESS")
        .doesNotContain("FAILED");
  }

  private static List<String> alerts() throws IOException {
    return ALERT
        .matcher(Files.readString(PROMETHEUS.resolve("rules.yml")))
        .results()
        .map(result -> result.group(1))
        .toList();
  }
}
