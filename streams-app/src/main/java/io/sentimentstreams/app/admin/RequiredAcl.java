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
 * Something that must be allowed to whoever does a piece of work.
 *
 * @param resource a topic, a group or transactional ids, by name or by what their names begin with
 * @param operation what is done with it
 * @param purpose what for, as half a sentence
 */
public record RequiredAcl(ResourcePattern resource, AclOperation operation, String purpose) {

  static RequiredAcl toRead(ResourceType type, PatternType pattern, String name, String purpose) {
    return new RequiredAcl(new ResourcePattern(type, name, pattern), AclOperation.READ, purpose);
  }

  static RequiredAcl toWrite(ResourceType type, PatternType pattern, String name, String purpose) {
    return new RequiredAcl(new ResourcePattern(type, name, pattern), AclOperation.WRITE, purpose);
  }

  /**
   * The rule that gives the right.
   *
   * @param principal who is to have it, such as {@code User:scoring}
   */
  public AclBinding allow(String principal) {
    return new AclBinding(
        resource, new AccessControlEntry(principal, "*", operation, AclPermissionType.ALLOW));
  }

  /** The operation as Kafka's own commands and manuals spell it: {@code Read}. */
  public String operationName() {
    String name = operation.name();
    return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
  }

  /** How Kafka's own command for rights names the resource. */
  String options() {
    String pattern =
        resource.patternType() == PatternType.PREFIXED ? "--resource-pattern-type prefixed " : "";
    String type = resource.resourceType().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return pattern + "--" + type + " " + resource.name();
  }
}
