package io.sentimentstreams.app.admin;

import static org.apache.kafka.common.resource.PatternType.LITERAL;
import static org.apache.kafka.common.resource.PatternType.PREFIXED;
import static org.apache.kafka.common.resource.ResourceType.GROUP;
import static org.apache.kafka.common.resource.ResourceType.TOPIC;
import static org.apache.kafka.common.resource.ResourceType.TRANSACTIONAL_ID;
import io.sentimentstreams.app.config.Connection;
import io.sentimentstreams.app.config.ItemTopics;
import io.sentimentstreams.app.config.ProcessingGuarantee;
import java.util.ArrayList;
import java.util.List;

/**
 * The rights that suffice, and of which none can lack: the one list that the check at start, the
 * documentation, the tests and the manifests for clusters are held against. None is on the cluster
 * as a whole.
 */
public final class RequiredAcls {

  private RequiredAcls() {}

  /** Of the application itself. */
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
            "writing what cannot be scored, and telling how old the oldest of it is"));
    connection.topics().items().ifPresent(topics -> rights.addAll(ofItems(topics)));
    rights.add(
        RequiredAcl.toRead(
            GROUP, LITERAL, id, "sharing the work, and keeping how far it has come"));
    if (connection.guarantee() == ProcessingGuarantee.EXACTLY_ONCE_V2) {
      rights.add(
          RequiredAcl.toWrite(
              TRANSACTIONAL_ID, PREFIXED, id, "`processing.guarantee=exactly_once_v2`"));
    }
    return List.copyOf(rights);
  }

  private static List<RequiredAcl> ofItems(ItemTopics topics) {
    String by = "counting by item (`items.enabled=true`)";
    return List.of(
        RequiredAcl.toRead(TOPIC, LITERAL, topics.scores(), by),
        RequiredAcl.toWrite(TOPIC, LITERAL, topics.scores(), by),
        RequiredAcl.toWrite(TOPIC, LITERAL, topics.sentiment(), by),
        RequiredAcl.toRead(TOPIC, LITERAL, topics.changelog(), by),
        RequiredAcl.toWrite(TOPIC, LITERAL, topics.changelog(), by));
  }

  /** Of whoever replays dead letters; listing and showing them takes the first of these alone. */
  public static List<RequiredAcl> ofReplay(Connection connection) {
    String id = connection.applicationId() + "-replay-";
    return List.of(
        RequiredAcl.toRead(
            TOPIC, LITERAL, connection.topics().deadLetter(), "reading dead letters"),
        RequiredAcl.toWrite(
            TOPIC, LITERAL, connection.topics().reviews(), "writing what they were made of"),
        RequiredAcl.toRead(GROUP, PREFIXED, id, "keeping how far a replay has come"),
        RequiredAcl.toWrite(TRANSACTIONAL_ID, PREFIXED, id, "replaying nothing twice"));
  }
}
