package io.sentimentstreams.app.admin;

import java.util.Locale;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * An ACL that a principal needs.
 *
 * @param resource a topic, a group or transactional ids, by name or prefix
 * @param operation on the resource
 * @param purpose a noun phrase for the table of ACLs
 */
public record RequiredAcl(ResourcePattern resource, AclOperation operation, String purpose) {

  static RequiredAcl toRead(ResourceType type, PatternType pattern, String name, String purpose) {
    return new RequiredAcl(new ResourcePattern(type, name, pattern), AclOperation.READ, purpose);
  }

  static RequiredAcl toWrite(ResourceType type, PatternType pattern, String name, String purpose) {
    return new RequiredAcl(new ResourcePattern(type, name, pattern), AclOperation.WRITE, purpose);
  }

  /**
   * Returns the rule that allows the operation.
   *
   * @param principal such as {@code User:scoring}
   */
  public AclBinding allow(String principal) {
    return new AclBinding(
        resource, new AccessControlEntry(principal, "*", operation, AclPermissionType.ALLOW));
  }

  /** Returns the spelling of the operation in Kafka's tools, such as {@code Read}. */
  public String operationName() {
    String name = operation.name();
    return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
  }

  /** Returns the options of kafka-acls.sh that name the resource. */
  String options() {
    String pattern =
        resource.patternType() == PatternType.PREFIXED ? "--resource-pattern-type prefixed " : "";
    String type = resource.resourceType().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return pattern + "--" + type + " " + resource.name();
  }
}
