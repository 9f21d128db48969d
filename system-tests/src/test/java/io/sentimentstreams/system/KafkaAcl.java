package io.sentimentstreams.system;

import io.sentimentstreams.app.Settings;
import io.sentimentstreams.app.admin.RequiredAcls;
import io.strimzi.api.kafka.model.user.acl.AclOperation;
import io.strimzi.api.kafka.model.user.acl.AclResourcePatternType;
import io.strimzi.api.kafka.model.user.acl.AclRuleGroupResource;
import io.strimzi.api.kafka.model.user.acl.AclRuleResource;
import io.strimzi.api.kafka.model.user.acl.AclRuleTopicResource;
import io.strimzi.api.kafka.model.user.acl.AclRuleTransactionalIdResource;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.common.resource.PatternType;

/**
 * An ACL in a common form.
 *
 * @param resource topic, group or transactional id
 * @param name name of the resource
 * @param prefixed whether the name is a prefix
 * @param operation operation as named by Kafka
 */
record KafkaAcl(String resource, String name, boolean prefixed, String operation) {

  /** Converts an ACL in a manifest of Strimzi. */
  static KafkaAcl of(AclRuleResource resource, AclOperation operation) {
    if (resource instanceof AclRuleTopicResource topic) {
      return new KafkaAcl(
          "topic", topic.getName(), isPrefix(topic.getPatternType()), operation.toValue());
    }
    if (resource instanceof AclRuleGroupResource group) {
      return new KafkaAcl(
          "group", group.getName(), isPrefix(group.getPatternType()), operation.toValue());
    }
    AclRuleTransactionalIdResource id = (AclRuleTransactionalIdResource) resource;
    return new KafkaAcl(
        "transactional id", id.getName(), isPrefix(id.getPatternType()), operation.toValue());
  }

  /** Returns the required ACLs of the application. */
  static List<KafkaAcl> needed(Settings settings) {
    return RequiredAcls.ofApplication(settings.connection()).stream()
        .map(
            right ->
                new KafkaAcl(
                    right
                        .resource()
                        .resourceType()
                        .name()
                        .toLowerCase(Locale.ROOT)
                        .replace('_', ' '),
                    right.resource().name(),
                    right.resource().patternType() == PatternType.PREFIXED,
                    right.operationName()))
        .toList();
  }

  private static boolean isPrefix(AclResourcePatternType type) {
    return type == AclResourcePatternType.PREFIX;
  }
}
