package io.sentimentstreams.app.admin;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.resource.PatternType;

/** The table of required ACLs in Markdown, with names of settings as names of resources. */
public final class AclReference {

  private AclReference() {}

  /**
   * Returns the table.
   *
   * @param featureTopics topics of optional features, named by their settings
   */
  public static String markdown(List<FeatureTopic> featureTopics) {
    Connection bySetting =
        new Connection(
            ConnectionSettings.BOOTSTRAP_SERVERS.name().file(),
            ConnectionSettings.APPLICATION_ID.name().file(),
            new Topics(
                ConnectionSettings.TOPICS_REVIEWS.name().file(),
                ConnectionSettings.TOPICS_SCORES.name().file(),
                ConnectionSettings.TOPICS_DEAD_LETTER.name().file()),
            featureTopics,
            ProcessingGuarantee.EXACTLY_ONCE_V2,
            1,
            Map.of());
    StringBuilder table =
        new StringBuilder("| principal | resource | operation | purpose |\n|---|---|---|---|\n");
    append(table, "the application", RequiredAcls.ofApplication(bySetting));
    append(table, "`dead-letters replay`", RequiredAcls.ofReplay(bySetting));
    return table.toString();
  }

  private static void append(StringBuilder table, String principal, List<RequiredAcl> acls) {
    for (RequiredAcl acl : acls) {
      table.append(
          "| %s | %s | %s | %s |\n"
              .formatted(principal, resource(acl), acl.operationName(), acl.purpose()));
    }
  }

  private static String resource(RequiredAcl acl) {
    String type = acl.resource().resourceType().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return acl.resource().patternType() == PatternType.PREFIXED
        ? "%ss with the prefix `%s`".formatted(type, acl.resource().name())
        : "%s `%s`".formatted(type, acl.resource().name());
  }
}
