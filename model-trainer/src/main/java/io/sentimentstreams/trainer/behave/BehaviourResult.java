package io.sentimentstreams.trainer.behave;

import io.sentimentstreams.trainer.behave.suite.BehaviourCase;
import io.sentimentstreams.trainer.behave.suite.BehaviourSuite;
import io.sentimentstreams.trainer.behave.suite.Capability;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Results of a model on a suite.
 *
 * @param model name of the model
 * @param cases results in the order of the suite, at least one
 */
public record BehaviourResult(String model, List<CaseResult> cases) {

  public BehaviourResult {
    cases = List.copyOf(cases);
  }

  /** Asks a model for all texts of a suite; each different text once. */
  public static BehaviourResult of(Respondent respondent, BehaviourSuite suite) {
    List<String> texts = suite.texts();
    List<Answer> answers = respondent.answers(texts);
    Map<String, Answer> byText = new HashMap<>();
    for (int i = 0; i < texts.size(); i++) {
      byText.put(texts.get(i), answers.get(i));
    }
    List<CaseResult> results = new ArrayList<>();
    for (BehaviourCase each : suite.cases()) {
      results.add(
          CaseResult.of(
              each, required(byText, each.text()), each.partner().map(t -> required(byText, t))));
    }
    return new BehaviourResult(respondent.name(), results);
  }

  private static Answer required(Map<String, Answer> byText, String text) {
    Answer answer = byText.get(text);
    if (answer == null) {
      throw new IllegalStateException("every text of a suite has an answer");
    }
    return answer;
  }

  /** Returns the rate of all cases. */
  public PassRate total() {
    return PassRate.of(cases);
  }

  /** Returns the rate by capability, in the order of the capabilities. */
  public NavigableMap<Capability, PassRate> byCapability() {
    Map<Capability, List<CaseResult>> groups = new EnumMap<>(Capability.class);
    for (CaseResult each : cases) {
      groups.computeIfAbsent(each.tested().capability(), first -> new ArrayList<>()).add(each);
    }
    NavigableMap<Capability, PassRate> rates = new TreeMap<>();
    groups.forEach((capability, group) -> rates.put(capability, PassRate.of(group)));
    return Collections.unmodifiableNavigableMap(rates);
  }

  /**
   * Returns the failures with the highest confidence, only the worst one of each template.
   *
   * @param limit maximum number
   */
  public List<CaseResult> worst(int limit) {
    List<CaseResult> sorted =
        cases.stream()
            .filter(each -> !each.passed())
            .sorted(Comparator.comparingDouble(CaseResult::confidence).reversed())
            .toList();
    Map<String, CaseResult> byTemplate = new LinkedHashMap<>();
    for (CaseResult each : sorted) {
      String id = each.tested().id();
      byTemplate.putIfAbsent(id.substring(0, id.lastIndexOf('.')), each);
    }
    return byTemplate.values().stream().limit(limit).toList();
  }

  /** Returns the regression cases that do not pass. */
  public List<CaseResult> knownFailures() {
    return regressions().stream().filter(each -> !each.passed()).toList();
  }

  /** Returns the regression cases. */
  public List<CaseResult> regressions() {
    return cases.stream().filter(each -> each.tested().regression()).toList();
  }
}
