package io.sentimentstreams.app.command;

import io.sentimentstreams.app.deadletter.replay.DeadLetterFilter;
import io.sentimentstreams.app.review.DeadLetterReason;
import java.time.Clock;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that select dead letters. */
final class FilterOptions {

  @SuppressWarnings("NullAway.Init") // picocli sets it.
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--reason",
      split = ",",
      paramLabel = "REASON",
      description = "Only dead letters with this reason: ${COMPLETION-CANDIDATES}. Repeatable.")
  private List<DeadLetterReason> reasons = List.of();

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description =
          "Only dead letters written since this time: 2026-02-03T04:05:06Z, or a duration before now"
              + " such as 30m, 12h or 7d.")
  private @Nullable String since;

  /** Returns the filter of the options. */
  DeadLetterFilter filter(Clock clock) {
    try {
      return new DeadLetterFilter(
          Set.copyOf(reasons),
          Optional.ofNullable(since).map(text -> TimeArguments.moment(text, clock.instant())));
    } catch (DateTimeException | ArithmeticException e) {
      throw new ParameterException(
          command.commandLine(),
          "Invalid --since: '" + since + "'. Use a time such as 2026-02-03T04:05:06Z, or 12h");
    }
  }

  /** Returns the default name of a replay; equal options have equal names. */
  String name() {
    List<String> parts = new ArrayList<>();
    new TreeSet<>(reasons).forEach(reason -> parts.add(reason.name()));
    if (since != null) {
      parts.add("since-" + since.replace(":", ""));
    }
    return parts.isEmpty() ? "all" : String.join("-", parts);
  }
}
