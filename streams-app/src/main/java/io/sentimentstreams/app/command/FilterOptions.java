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

/** The options that say which dead letters are meant. */
final class FilterOptions {

  @SuppressWarnings("NullAway.Init") // picocli sets it.
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--reason",
      split = ",",
      paramLabel = "REASON",
      description = "Only dead letters of this reason: ${COMPLETION-CANDIDATES}. May be repeated.")
  private List<DeadLetterReason> reasons = List.of();

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description =
          "Only those that were given up since then: 2026-02-03T04:05:06Z, or 30m, 12h, 7d before"
              + " now.")
  private @Nullable String since;

  /** Which dead letters are meant. */
  DeadLetterFilter filter(Clock clock) {
    try {
      return new DeadLetterFilter(
          Set.copyOf(reasons),
          Optional.ofNullable(since).map(text -> TimeArguments.moment(text, clock.instant())));
    } catch (DateTimeException | ArithmeticException e) {
      throw new ParameterException(
          command.commandLine(),
          "--since must be a time like 2026-02-03T04:05:06Z or 12h, was '" + since + "'");
    }
  }

  /** A name for a replay of these dead letters: the same options give the same name. */
  String name() {
    List<String> parts = new ArrayList<>();
    new TreeSet<>(reasons).forEach(reason -> parts.add(reason.name()));
    if (since != null) {
      parts.add("since-" + since.replace(":", ""));
    }
    return parts.isEmpty() ? "all" : String.join("-", parts);
  }
}
