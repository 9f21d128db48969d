package io.sentimentstreams.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.sentimentstreams.quickstart.EmbeddedBroker;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands {@code topics create} and {@code topics check}. */
class TopicsIT {

  @Test
  void commandsCreateMissingTopicsAndReportInvalidOnes(@TempDir Path folder) throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"), Map.of());
        Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      Operator operator = new Operator(broker.bootstrapServers());
      Operator.Outcome missing = operator.run("topics", "check");
      assertThat(missing.status()).isEqualTo(1);
      assertThat(missing.err())
          .contains("reviews", "review-scores", "reviews-dead-letter")
          .contains("streams-app.jar topics create");

      assertThat(operator.run("topics", "create", "--dry-run").lines())
          .hasSize(3)
          .allMatch(line -> line.startsWith("kafka-topics.sh --bootstrap-server 127.0.0.1:"))
          .allMatch(line -> line.contains("--partitions 12 --replication-factor 1 --config"));
      assertThat(admin.listTopics().names().get()).doesNotContain("reviews");

      assertThat(operator.run("topics", "create", "--partitions", "3").lines()).hasSize(3);
      assertThat(operator.run("topics", "create").lines()).isEmpty();
      Operator.Outcome valid = operator.run("topics", "check");
      assertThat(valid.status()).as(valid.err()).isZero();
      assertThat(setting(admin, "reviews-dead-letter", "message.timestamp.type"))
          .isEqualTo("LogAppendTime");
      assertThat(setting(admin, "reviews-dead-letter", "retention.ms"))
          .isEqualTo(Long.toString(30L * 24 * 60 * 60 * 1000));

      admin.createPartitions(Map.of("reviews", NewPartitions.increaseTo(4))).all().get();
      Operator.Outcome wrong = operator.run("topics", "check");
      assertThat(wrong.status()).isEqualTo(1);
      assertThat(wrong.err())
          .contains("kafka-topics.sh", "--alter --topic review-scores --partitions 4");
    }
  }

  @Test
  void unresponsiveBrokerDoesNotDelayTheCheck(@TempDir Path folder) throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"), Map.of());
        UnresponsiveBrokerProxy proxy = new UnresponsiveBrokerProxy(broker.bootstrapServers())) {
      new Operator(broker.bootstrapServers()).run("topics", "create", "--partitions", "1");

      Operator.Outcome check = new Operator(proxy.address()).run("topics", "check");

      assertThat(check.status()).as(check.err()).isZero();
      assertThat(proxy.accepted()).isGreaterThan(1);
    }
  }

  private static String setting(Admin admin, String topic, String name) throws Exception {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    Map<ConfigResource, Config> configs = admin.describeConfigs(List.of(resource)).all().get();
    return configs.values().iterator().next().get(name).value();
  }
}
