package io.sentimentstreams.trainer.behave;

import io.sentimentstreams.model.bundle.Behaviour;
import io.sentimentstreams.trainer.behave.suite.BehaviourSuite;
import io.sentimentstreams.trainer.behave.suite.Capability;
import io.sentimentstreams.trainer.evaluate.Evaluation;
import io.sentimentstreams.trainer.gate.Gate;
import io.sentimentstreams.trainer.gate.PairedOutcomes;
import io.sentimentstreams.trainer.inspect.JsonDocument;
import io.sentimentstreams.trainer.inspect.TextTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Results of a bundle and of its peers on a suite.
 *
 * @param bundle identity of the bundle
 * @param suite the cases
 * @param result results of the bundle
 * @param peers results of other models
 * @param gate comparison with a previous bundle; empty if there is none
 */
public record BehaviourReport(
    Evaluation.BundleId bundle,
    BehaviourSuite suite,
    BehaviourResult result,
    List<BehaviourResult> peers,
    Optional<Gate> gate) {

  /** Maximum number of failures in a report. */
  public static final int WORST = 20;

  private static final String ALL = "all";

  public BehaviourReport {
    peers = List.copyOf(peers);
  }

  /** Returns this report with a comparison with a previous bundle, by capability and in total. */
  public BehaviourReport withGate(BehaviourResult previous) {
    List<PairedOutcomes> groups = new ArrayList<>();
    for (Capability capability : result.byCapability().keySet()) {
      groups.add(
          PairedOutcomes.of(
              capability.toString(),
              passed(previous, Optional.of(capability)),
              passed(result, Optional.of(capability))));
    }
    groups.add(
        PairedOutcomes.of(
            ALL, passed(previous, Optional.empty()), passed(result, Optional.empty())));
    return new BehaviourReport(bundle, suite, result, peers, Optional.of(Gate.of(groups)));
  }

  private static List<Boolean> passed(BehaviourResult of, Optional<Capability> capability) {
    return of.cases().stream()
        .filter(each -> capability.map(each.tested().capability()::equals).orElse(true))
        .map(CaseResult::passed)
        .toList();
  }

  /** Returns the record of the results in a manifest. */
  public Behaviour toManifest() {
    Map<String, Map<String, Behaviour.Passed>> others = new LinkedHashMap<>();
    peers.forEach(peer -> others.put(peer.model(), counts(peer)));
    return new Behaviour(
        suite.sha256(),
        counts(result),
        others,
        result.knownFailures().stream().map(BehaviourReport::line).toList());
  }

  private static Map<String, Behaviour.Passed> counts(BehaviourResult of) {
    Map<String, Behaviour.Passed> counts = new LinkedHashMap<>();
    of.byCapability()
        .forEach(
            (capability, rate) ->
                counts.put(
                    capability.toString(), new Behaviour.Passed(rate.cases(), rate.passed())));
    return counts;
  }

  /** Returns the results as indented JSON. */
  public String toJson() {
    return JsonDocument.indented(BehaviourJson.of(this));
  }

  /** Returns the results as tables. */
  public String toText() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "bundle  %s %s (sha256 %.12s)%nsuite   %s, %,d cases (sha256 %.12s)%n%n",
            bundle.name(),
            bundle.version(),
            String.valueOf(bundle.sha256()),
            suite.language().english(),
            suite.cases().size(),
            suite.sha256()));
    text.append(table()).append("\n\n");
    List<CaseResult> known = result.knownFailures();
    text.append(
        "known failures: %d of %d regression texts%n"
            .formatted(known.size(), result.regressions().size()));
    known.forEach(each -> text.append("  ").append(line(each)).append('\n'));
    text.append("\nmost confident failures, one per template\n");
    text.append(
        result.worst(WORST).stream()
            .map(each -> "  " + line(each))
            .collect(Collectors.joining("\n")));
    gate.ifPresent(compared -> text.append("\n\n").append(compared.toText()));
    return text.toString();
  }

  private TextTable table() {
    TextTable table = new TextTable();
    List<String> header =
        new ArrayList<>(List.of("cases", "passed", "95 % interval", "no label", "same"));
    peers.forEach(peer -> header.add(peer.model()));
    table.add("capability", header);
    result
        .byCapability()
        .forEach((capability, rate) -> table.add(capability.toString(), cells(rate, capability)));
    PassRate total = result.total();
    List<String> cells = cells(total);
    peers.forEach(peer -> cells.add(percent(peer.total().passRate())));
    table.add(ALL, cells);
    return table;
  }

  private List<String> cells(PassRate rate, Capability capability) {
    List<String> cells = cells(rate);
    for (BehaviourResult peer : peers) {
      PassRate other = peer.byCapability().get(capability);
      cells.add(other == null ? "-" : percent(other.passRate()));
    }
    return cells;
  }

  private static List<String> cells(PassRate rate) {
    WilsonInterval interval = rate.interval();
    return new ArrayList<>(
        List.of(
            Integer.toString(rate.cases()),
            percent(rate.passRate()),
            "%s to %s".formatted(percent(interval.low()), percent(interval.high())),
            Integer.toString(rate.abstained()),
            rate.pairs() == 0 ? "-" : "%d/%d".formatted(rate.samePairs(), rate.pairs())));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  /** Returns one line: id, expectation, answer and text. */
  static String line(CaseResult failed) {
    String texts =
        failed.tested().partner().map(partner -> quoted(partner) + " and ").orElse("")
            + quoted(failed.tested().text());
    String answers =
        failed.partner().map(partner -> partner.toText() + " and ").orElse("")
            + failed.answer().toText();
    return "%s: expected %s, was %s: %s"
        .formatted(failed.tested().id(), failed.tested().expectation(), answers, texts);
  }

  /** Writes line breaks and invisible characters as escapes. */
  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            each -> {
              if (each == ' ' || (!Character.isSpaceChar(each) && isVisible(each))) {
                quoted.appendCodePoint(each);
              } else {
                quoted.append(each == '\n' ? "\\n" : String.format("\\u%04x", each));
              }
            });
    return quoted.append('"').toString();
  }

  private static boolean isVisible(int codePoint) {
    int type = Character.getType(codePoint);
    return type != Character.CONTROL && type != Character.FORMAT;
  }
}
