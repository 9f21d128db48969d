package io.sentimentstreams.app.admin;

import io.sentimentstreams.app.config.Connection;
import io.sentimentstreams.app.config.ItemTopics;
import io.sentimentstreams.app.config.ProcessingGuarantee;
import io.sentimentstreams.app.config.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.resource.PatternType;

/** The needed rights as a table in Markdown, with settings' names in the place of resources'. */
public final class AclReference {

  private static final Connection BY_SETTING =
      new Connection(
          "bootstrap.servers",
          "application.id",
          new Topics(
              "topics.reviews",
              "topics.scores",
              "topics.dead.letter",
              Optional.of(
                  ItemTopics.of(
                      "application.id", "topics.item.scores", "topics.items", Duration.ofDays(1)))),
          ProcessingGuarantee.EXACTLY_ONCE_V2,
          1,
          Map.of());

  private AclReference() {}

  /** The whole table. */
  public static String markdown() {
    StringBuilder table =
        new StringBuilder("| who | resource | right | for |\n|---|---|---|---|\n");
    append(table, "the application", RequiredAcls.ofApplication(BY_SETTING));
    append(table, "`dead-letters replay`", RequiredAcls.ofReplay(BY_SETTING));
    return table.toString();
  }

  private static void append(StringBuilder table, String who, List<RequiredAcl> rights) {
    for (RequiredAcl right : rights) {
      table.append(
          "| %s | %s | %s | %s |\n"
              .formatted(who, resource(right), right.operationName(), right.purpose()));
    }
  }

  private static String resource(RequiredAcl right) {
    String type = right.resource().resourceType().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return right.resource().patternType() == PatternType.PREFIXED
        ? "%ss that begin with `%s`".formatted(type, right.resource().name())
        : "%s `%s`".formatted(type, right.resource().name());
  }
}
