package io.sentimentstreams.trainer.modelcard;

import io.sentimentstreams.model.bundle.Behaviour;
import io.sentimentstreams.model.bundle.Behaviour.Passed;
import io.sentimentstreams.trainer.behave.WilsonInterval;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The section of a model card about the behaviour suites. */
final class BehaviourSection {

  private BehaviourSection() {}

  /**
   * Returns the section as Markdown, empty without results.
   *
   * @param behaviour results by the language of the suite
   */
  static String of(Map<String, Behaviour> behaviour) {
    return behaviour.isEmpty()
        ? ""
        : """
    ## Behaviour

    `model-trainer behave` asks for short texts with an expected answer, by capability.
    The interval is Wilson's at 95 %%.

    %s
    """
            .formatted(
                behaviour.entrySet().stream()
                    .map(entry -> suite(entry.getKey(), entry.getValue()))
                    .collect(Collectors.joining("\n")));
  }

  private static String suite(String language, Behaviour behaviour) {
    List<String> peers = List.copyOf(behaviour.peers().keySet());
    StringBuilder text = new StringBuilder();
    text.append("| capability (`%s`) | cases | passed | interval |".formatted(language));
    peers.forEach(peer -> text.append(" ").append(peer).append(" |"));
    text.append("\n|---|---|---|---|").append("---|".repeat(peers.size())).append("\n");
    behaviour
        .capabilities()
        .forEach(
            (capability, passed) ->
                text.append(
                    row(
                        capability,
                        passed,
                        peers.stream().map(peer -> share(behaviour, peer, capability)).toList())));
    List<String> totals = new ArrayList<>();
    behaviour.peers().values().forEach(peer -> totals.add(percent(sum(peer.values()))));
    text.append(row("all", sum(behaviour.capabilities().values()), totals));
    return text.append("\n").append(knownFailures(behaviour.knownFailures())).toString();
  }

  private static String share(Behaviour behaviour, String peer, String capability) {
    Passed passed = behaviour.peers().getOrDefault(peer, Map.of()).get(capability);
    return passed == null ? "-" : percent(passed);
  }

  private static String row(String name, Passed passed, List<String> peers) {
    WilsonInterval interval = WilsonInterval.of(passed.passed(), passed.cases());
    return String.format(
            Locale.ROOT,
            "| %s | %d | %s | %.1f to %.1f %% |",
            name,
            passed.cases(),
            percent(passed),
            100 * interval.low(),
            100 * interval.high())
        + peers.stream().map(peer -> " " + peer + " |").collect(Collectors.joining())
        + "\n";
  }

  private static Passed sum(Collection<Passed> parts) {
    return new Passed(
        parts.stream().mapToInt(Passed::cases).sum(),
        parts.stream().mapToInt(Passed::passed).sum());
  }

  private static String percent(Passed passed) {
    return String.format(Locale.ROOT, "%.1f %%", 100.0 * passed.passed() / passed.cases());
  }

  private static String knownFailures(List<String> failures) {
    if (failures.isEmpty()) {
      return "All regression texts come out right.\n";
    }
    return "Known failures among the regression texts:\n\n"
        + failures.stream()
            .map(each -> "- `" + each.replace("`", "'") + "`\n")
            .collect(Collectors.joining());
  }
}
