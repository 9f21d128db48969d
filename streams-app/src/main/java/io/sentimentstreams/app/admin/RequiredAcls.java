package io.sentimentstreams.app.admin;

import static org.apache.kafka.common.resource.PatternType.LITERAL;
import static org.apache.kafka.common.resource.PatternType.PREFIXED;
import static org.apache.kafka.common.resource.ResourceType.GROUP;
import static org.apache.kafka.common.resource.ResourceType.TOPIC;
import static org.apache.kafka.common.resource.ResourceType.TRANSACTIONAL_ID;

import java.util.ArrayList;
import java.util.List;

/**
 * The necessary and sufficient ACLs. Validation at startup, documentation, tests and manifests use
 * this list. No ACL on the cluster resource is required.
 */
public final class RequiredAcls {

  private RequiredAcls() {}

  /** Returns the ACLs of the application. */
  public static List<RequiredAcl> ofApplication(Connection connection) {
    String id = connection.applicationId();
    List<RequiredAcl> rights = new ArrayList<>();
    rights.add(
        RequiredAcl.toRead(TOPIC, LITERAL, connection.topics().reviews(), "reading reviews"));
    rights.add(RequiredAcl.toWrite(TOPIC, LITERAL, connection.topics().scores(), "writing scores"));
    rights.add(
        RequiredAcl.toWrite(
            TOPIC,
            LITERAL,
            connection.topics().deadLetter(),
            "writing dead letters, measuring the age of the oldest"));
    connection.featureTopics().forEach(topic -> rights.addAll(ofFeature(topic)));
    rights.add(
        RequiredAcl.toRead(GROUP, LITERAL, id, "joining the consumer group, committing offsets"));
    if (connection.guarantee() == ProcessingGuarantee.EXACTLY_ONCE_V2) {
      rights.add(
          RequiredAcl.toWrite(
              TRANSACTIONAL_ID, PREFIXED, id, "`processing.guarantee=exactly_once_v2`"));
    }
    return List.copyOf(rights);
  }

  private static List<RequiredAcl> ofFeature(FeatureTopic topic) {
    RequiredAcl write = RequiredAcl.toWrite(TOPIC, LITERAL, topic.name(), topic.purpose());
    return topic instanceof FeatureTopic.Output
        ? List.of(write)
        : List.of(RequiredAcl.toRead(TOPIC, LITERAL, topic.name(), topic.purpose()), write);
  }

  /** Returns the ACLs of a replay. Listing and showing dead letters requires only the first one. */
  public static List<RequiredAcl> ofReplay(Connection connection) {
    String id = connection.applicationId() + "-replay-";
    return List.of(
        RequiredAcl.toRead(
            TOPIC, LITERAL, connection.topics().deadLetter(), "reading dead letters"),
        RequiredAcl.toWrite(
            TOPIC, LITERAL, connection.topics().reviews(), "writing the original records"),
        RequiredAcl.toRead(GROUP, PREFIXED, id, "committing the progress of a replay"),
        RequiredAcl.toWrite(TRANSACTIONAL_ID, PREFIXED, id, "replaying each dead letter once"));
  }
}
