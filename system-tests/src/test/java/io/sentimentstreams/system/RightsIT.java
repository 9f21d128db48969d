package io.sentimentstreams.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sentimentstreams.app.Settings;
import io.sentimentstreams.app.admin.RequiredAcls;
import io.sentimentstreams.quickstart.EmbeddedBroker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The required ACLs of the application, with a broker that authorizes users. */
@Tag("full")
@ExtendWith(ShowLogsOfFailedTests.class)
class RightsIT {

  private static final String MODULE =
      "org.apache.kafka.common.security.plain.PlainLoginModule required ";
  private static final Map<String, String> SECURED =
      Map.of(
          "listener.security.protocol.map",
          "BROKER:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT",
          "sasl.enabled.mechanisms",
          "PLAIN",
          "sasl.mechanism.inter.broker.protocol",
          "PLAIN",
          "listener.name.broker.plain.sasl.jaas.config",
          MODULE
              + "username=\"admin\" password=\"of-admin\" user_admin=\"of-admin\""
              + " user_app=\"of-app\";",
          "authorizer.class.name",
          "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
          // The controller is ANONYMOUS.
          "super.users",
          "User:admin;User:ANONYMOUS");

  private static final List<AclBinding> NEEDED = needed(Map.of());
  private static final Map<String, String> ITEMS = Map.of("items.enabled", "true");
  private static final String SENTIMENT = "sentiment-by-item";

  @Test
  void requiredAclsAreNecessaryAndSufficient(@TempDir Path folder) throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"), SECURED);
        Admin admin = Admin.create(settings(broker, "admin"))) {
      create(broker);
      Operator application = operator(broker, "app");
      assertThat(application.run("topics", "check").err())
          .satisfies(err -> assertThat(commands(err)).hasSize(5))
          .contains("--operation Read --topic reviews\n", "--operation Write --topic review-scores")
          .contains("--operation Write --topic reviews-dead-letter", "--group sentiment-streams")
          .contains("--resource-pattern-type prefixed --transactional-id sentiment-streams");

      assertEachIsReported(NEEDED, admin, application);
      assertNoScoreIsLost(folder, broker, admin);
    }
  }

  @Test
  void requiredAclsOfItemsAreNecessaryAndSufficient(@TempDir Path folder) throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"), SECURED);
        Admin admin = Admin.create(settings(broker, "admin"))) {
      create(broker, "--items-enabled", "true");
      List<AclBinding> needed = needed(ITEMS);
      assertThat(needed).hasSize(NEEDED.size() + 5);
      assertEachIsReported(needed, admin, operator(broker, "app", "--items-enabled", "true"));

      publishReview(broker);
      try (ScoringProcess counting = start(folder, broker, "counting", ITEMS)) {
        awaitRecord(admin, SENTIMENT);
        assertThat(counting.terminate()).isZero();
      }
    }
  }

  private static void assertEachIsReported(
      List<AclBinding> needed, Admin admin, Operator application) throws Exception {
    admin.createAcls(needed).all().get();
    Operator.Outcome complete = application.run("topics", "check");
    assertThat(complete.status()).as(complete.err()).isZero();
    for (AclBinding right : needed) {
      admin.deleteAcls(List.of(right.toFilter())).all().get();
      assertThat(application.run("topics", "check").err())
          .as("without " + right)
          .satisfies(err -> assertThat(commands(err)).hasSize(1))
          .contains(right.pattern().name())
          .containsIgnoringCase("--operation " + right.entry().operation());
      admin.createAcls(List.of(right)).all().get();
    }
  }

  /** Returns the lines that contain a command which adds an ACL. */
  private static List<String> commands(String err) {
    return err.lines().filter(line -> line.contains("kafka-acls.sh")).toList();
  }

  private static void assertNoScoreIsLost(Path folder, EmbeddedBroker broker, Admin admin)
      throws Exception {
    AclBinding write = NEEDED.get(1);
    try (ScoringProcess refused = start(folder, broker, "refused", Map.of())) {
      admin.deleteAcls(List.of(write.toFilter())).all().get();
      publishReview(broker);
      assertThat(refused.exitCode()).isEqualTo(1);
      assertThat(refused.output())
          .contains("logger=ThreadReplacingExceptionHandler", "TopicAuthorizationException");
    }
    admin.createAcls(List.of(write)).all().get();
    try (ScoringProcess again = start(folder, broker, "again", Map.of())) {
      awaitRecord(admin, Cluster.SCORES);
      assertThat(again.terminate()).isZero();
    }
  }

  private static void awaitRecord(Admin admin, String topic) {
    TopicPartition partition = new TopicPartition(topic, 0);
    await("a record in " + topic)
        .atMost(ChildProcess.TIMEOUT)
        .until(
            () ->
                admin
                        .listOffsets(Map.of(partition, OffsetSpec.latest()))
                        .partitionResult(partition)
                        .get()
                        .offset()
                    > 0);
  }

  private static void publishReview(EmbeddedBroker broker) throws Exception {
    try (var producer =
        new KafkaProducer<>(
            settings(broker, "admin"), new StringSerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(Cluster.REVIEWS, "key", review())).get();
    }
  }

  private static List<AclBinding> needed(Map<String, String> settings) {
    Map<String, String> all = new TreeMap<>(settings);
    all.put("bootstrap.servers", "any:1");
    all.put("bundle", "any");
    return RequiredAcls.ofApplication(Settings.of(all).connection()).stream()
        .map(right -> right.allow("User:app"))
        .toList();
  }

  private static byte[] review() {
    try (ReviewStream encoder = new ReviewStream("127.0.0.1:1", Cluster.REVIEWS)) {
      return encoder.encoded("review", "film", "word1 word2");
    }
  }

  private static ScoringProcess start(
      Path folder, EmbeddedBroker broker, String name, Map<String, String> more) throws Exception {
    Map<String, String> settings = new TreeMap<>(more);
    settings.put("bootstrap.servers", broker.bootstrapServers());
    settings.put("bundle", TinyBundle.write(Files.createDirectories(folder)).toString());
    settings.put("state.dir", folder.resolve(name).toString());
    settings.put("kafka.session.timeout.ms", "3000");
    settings.put("kafka.heartbeat.interval.ms", "500");
    security("app").forEach((setting, value) -> settings.put("kafka." + setting, value));
    return ScoringProcess.start(ShowLogsOfFailedTests.log(RightsIT.class, name), settings);
  }

  private static void create(EmbeddedBroker broker, String... more) {
    Operator.Outcome created =
        operator(broker, "admin", more).run("topics", "create", "--partitions", "1");
    assertThat(created.status()).as(created.err()).isZero();
  }

  private static Operator operator(EmbeddedBroker broker, String user, String... more) {
    String[] options =
        Stream.concat(
                Stream.of(more),
                security(user).entrySet().stream()
                    .flatMap(e -> Stream.of("--kafka", e.getKey() + "=" + e.getValue())))
            .toArray(String[]::new);
    return new Operator(broker.bootstrapServers(), options);
  }

  private static Map<String, Object> settings(EmbeddedBroker broker, String user) {
    Map<String, Object> settings = new TreeMap<>(security(user));
    settings.put("bootstrap.servers", broker.bootstrapServers());
    return settings;
  }

  private static Map<String, String> security(String user) {
    return Map.of(
        "security.protocol",
        "SASL_PLAINTEXT",
        "sasl.mechanism",
        "PLAIN",
        "sasl.jaas.config",
        MODULE + "username=\"%s\" password=\"of-%s\";".formatted(user, user));
  }
}
