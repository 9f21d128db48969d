package io.sentimentstreams.app.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.sentimentstreams.app.Settings;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;

class RequiredAclsTest {

  @Test
  void rightsFollowTheSettings() {
    Connection connection =
        connection(
            Map.of("topics.reviews", "r", "topics.scores", "s", "topics.dead.letter", "d"), "app");

    assertThat(RequiredAcls.ofApplication(connection))
        .extracting(right -> right.operationName() + " " + right.options())
        .containsExactly(
            "Read --topic r",
            "Write --topic s",
            "Write --topic d",
            "Read --group app",
            "Write --resource-pattern-type prefixed --transactional-id app");
    assertThat(RequiredAcls.ofReplay(connection))
        .extracting(right -> right.operationName() + " " + right.options())
        .containsExactly(
            "Read --topic d",
            "Write --topic r",
            "Read --resource-pattern-type prefixed --group app-replay-",
            "Write --resource-pattern-type prefixed --transactional-id app-replay-");
  }

  @Test
  void withoutTransactionsThereIsNoRightOnThem() {
    assertThat(
            RequiredAcls.ofApplication(
                connection(Map.of("processing.guarantee", "at_least_once"), "app")))
        .extracting(right -> right.resource().resourceType())
        .containsOnly(ResourceType.TOPIC, ResourceType.GROUP);
  }

  @Test
  void aRightBecomesARuleForOnePrincipal() {
    RequiredAcl right = RequiredAcls.ofApplication(connection(Map.of(), "app")).get(0);

    assertThat(right.allow("User:scoring"))
        .hasToString(
            "(pattern=ResourcePattern(resourceType=TOPIC, name=reviews, patternType=LITERAL),"
                + " entry=(principal=User:scoring, host=*, operation=READ,"
                + " permissionType=ALLOW))");
  }

  private static Connection connection(Map<String, String> settings, String id) {
    Map<String, String> all = new HashMap<>(settings);
    all.put("bootstrap.servers", "k:1");
    all.put("bundle", "b.zip");
    all.put("application.id", id);
    return Settings.of(all).connection();
  }
}
