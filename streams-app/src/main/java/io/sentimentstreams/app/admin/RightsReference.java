package io.sentimentstreams.app.admin;

import io.sentimentstreams.app.config.Connection;
import io.sentimentstreams.app.config.ProcessingGuarantee;
import io.sentimentstreams.app.config.SubjectTopics;
import io.sentimentstreams.app.config.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.resource.PatternType;

/** The needed rights as a table in Markdown, with settings' names in the place of resources'. */
public final class RightsReference {

  private static final Connection BY_SETTING =
      new Connection(
          "bootstrap.servers",
          "application.id",
          new Topics(
              "topics.reviews",
              "topics.scores",
              "topics.dead.letter",
              Optional.of(
                  SubjectTopics.of(
                      "application.id",
                      "topics.subject.scores",
                      "topics.subjects",
                      Duration.ofDays(1)))),
          ProcessingGuarantee.EXACTLY_ONCE_V2,
          1,
          Map.of());

  private RightsReference() {}

  /** The whole table. */
  public static String markdown() {
    StringBuilder table =
        new StringBuilder("| who | resource | right | for |\n|---|---|---|---|\n");
    append(table, "the application", NeededRights.ofApplication(BY_SETTING));
    append(table, "`dead-letters replay`", NeededRights.ofReplay(BY_SETTING));
    return table.toString();
  }

  private static void append(StringBuilder table, String who, List<NeededRight> rights) {
    for (NeededRight right : rights) {
      table.append(
          "| %s | %s | %s | %s |\n"
              .formatted(who, resource(right), right.operationName(), right.purpose()));
    }
  }

  private static String resource(NeededRight right) {
    String type = right.resource().resourceType().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return right.resource().patternType() == PatternType.PREFIXED
        ? "%ss that begin with `%s`".formatted(type, right.resource().name())
        : "%s `%s`".formatted(type, right.resource().name());
  }
}
