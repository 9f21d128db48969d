package io.sentimentstreams.trainer.behave;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.sentimentstreams.trainer.behave.suite.BehaviourCase;
import io.sentimentstreams.trainer.behave.suite.Capability;
import io.sentimentstreams.trainer.behave.suite.Expectation;
import io.sentimentstreams.trainer.behave.suite.SuiteLanguage;
import io.sentimentstreams.trainer.evaluate.Evaluation;
import io.sentimentstreams.trainer.gate.Gate;
import java.util.List;
import java.util.Optional;

/**
 * The JSON document of a report.
 *
 * @param bundle identity of the bundle
 * @param suite identity of the suite
 * @param rates rate of all cases, and rates by capability
 * @param failures ids of regression cases that do not pass, and of the failures with the highest
 *     confidence, one per template
 * @param peers rates of other models
 * @param gate comparison with a previous bundle
 * @param cases all cases with their answers
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record BehaviourJson(
    Evaluation.BundleId bundle,
    Suite suite,
    @JsonUnwrapped Rates rates,
    Failures failures,
    List<Peer> peers,
    Optional<Gate> gate,
    List<Case> cases) {

  /** Identity of a suite. */
  record Suite(SuiteLanguage language, int cases, String sha256) {}

  /** Rates of a model. */
  record Rates(PassRate total, List<CapabilityRate> capabilities) {

    static Rates of(BehaviourResult result) {
      return new Rates(
          result.total(),
          result.byCapability().entrySet().stream()
              .map(entry -> new CapabilityRate(entry.getKey(), entry.getValue()))
              .toList());
    }
  }

  /** Rate of a capability. */
  record CapabilityRate(Capability capability, @JsonUnwrapped PassRate rate) {}

  /** Ids of failures. */
  record Failures(List<String> known, List<String> worst) {}

  /** Rates of another model. */
  record Peer(String name, @JsonUnwrapped Rates rates) {}

  /** A case with the answer of the bundle. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record Case(@JsonUnwrapped Tested tested, @JsonUnwrapped Given given, Outcome outcome) {}

  /** A case. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record Tested(
      String id,
      Capability capability,
      Expectation expectation,
      Optional<String> partner,
      String text) {}

  /** Answers to a text and to its partner. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record Given(
      Optional<Polarity> label,
      Optional<Double> score,
      Optional<Polarity> partnerLabel,
      Optional<Double> partnerScore) {}

  static BehaviourJson of(BehaviourReport report) {
    BehaviourResult result = report.result();
    return new BehaviourJson(
        report.bundle(),
        new Suite(report.suite().language(), result.cases().size(), report.suite().sha256()),
        Rates.of(result),
        new Failures(ids(result.knownFailures()), ids(result.worst(BehaviourReport.WORST))),
        report.peers().stream().map(peer -> new Peer(peer.model(), Rates.of(peer))).toList(),
        report.gate(),
        result.cases().stream().map(BehaviourJson::of).toList());
  }

  private static List<String> ids(List<CaseResult> results) {
    return results.stream().map(each -> each.tested().id()).toList();
  }

  private static Case of(CaseResult result) {
    BehaviourCase tested = result.tested();
    return new Case(
        new Tested(
            tested.id(),
            tested.capability(),
            tested.expectation(),
            tested.partner(),
            tested.text()),
        new Given(
            result.answer().polarity(),
            result.answer().score(),
            result.partner().flatMap(Answer::polarity),
            result.partner().flatMap(Answer::score)),
        result.outcome());
  }
}
