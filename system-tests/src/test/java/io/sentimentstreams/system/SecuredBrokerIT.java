package io.sentimentstreams.system;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sentimentstreams.app.Settings;
import io.sentimentstreams.app.admin.Connection;
import io.sentimentstreams.app.admin.RequiredAcl;
import io.sentimentstreams.app.admin.RequiredAcls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** TLS, SCRAM-SHA-512 and an authorizer: what an application needs there, and what it says. */
@Tag("full")
@ExtendWith(ShowLogsOfFailedTests.class)
@TestInstance(Lifecycle.PER_CLASS)
class SecuredBrokerIT {

  private static final String PASSWORD = "correct-horse-battery";
  private static final String WRONG_PASSWORD = "staple-horse-battery";
  private static final Connection NAMES =
      Settings.of(Map.of("bootstrap.servers", "any:1", "bundle", "any")).connection();

  private Path folder;
  private Path bundle;
  private SecuredBroker broker;

  @BeforeAll
  void start(@TempDir Path temporary) throws Exception {
    folder = temporary;
    bundle = TinyBundle.write(folder);
    Files.writeString(folder.resolve("password"), PASSWORD + "\n");
    Files.writeString(folder.resolve("wrong-password"), WRONG_PASSWORD);
    broker = new SecuredBroker(folder.resolve("secured"));
    List<NewTopic> topics =
        Stream.of(Cluster.REVIEWS, Cluster.SCORES, Cluster.DEAD_LETTERS)
            .map(name -> new NewTopic(name, 1, (short) 1))
            .toList();
    broker.admin().createTopics(topics).all().get();
    for (String user : List.of("scoring", "clerk", "stranger")) {
      broker.addUser(user, PASSWORD);
    }
    broker.allow("scoring", RequiredAcls.ofApplication(NAMES));
    broker.allow("clerk", RequiredAcls.ofReplay(NAMES));
  }

  @AfterAll
  void stop() {
    broker.close();
  }

  @Test
  void applicationScoresWithRequiredAclsAndDoesNotLogItsPassword() throws Exception {
    Path log = ShowLogsOfFailedTests.log(SecuredBrokerIT.class, "scoring");
    try (ScoringProcess application = ScoringProcess.start(log, settings("scoring", "password"))) {
      long before = end(Cluster.SCORES);

      publish("review", "word1 word2");

      await("the score").atMost(ChildProcess.TIMEOUT).until(() -> end(Cluster.SCORES) > before);
      assertThat(application.terminate()).isZero();
      assertThat(application.output())
          .contains("kafka.sasl.jaas.config=", "kafka.security.protocol=SASL_SSL")
          .doesNotContain(PASSWORD);
    }
  }

  @Test
  void wrongPasswordIsReportedWithTheSettings() throws Exception {
    assertRejected("wrong-password", settings("scoring", "wrong-password"))
        .contains("kafka.sasl.mechanism", "kafka.sasl.jaas.config")
        .doesNotContain(WRONG_PASSWORD);
  }

  @Test
  void untrustedCertificateIsReportedWithTheSettings() throws Exception {
    Map<String, String> settings = settings("scoring", "password");
    settings.put("kafka.ssl.truststore.location", broker.otherCertificate().toString());

    assertRejected("no-trust", settings).contains("kafka.ssl.truststore.").doesNotContain(PASSWORD);
  }

  @Test
  void missingAclsAreReportedWithCommands() throws Exception {
    assertRejected("no-rights", settings("stranger", "password"))
        .contains("--operation Read --topic reviews", "--group sentiment-streams");
  }

  @Test
  void requiredAclsOfAReplayAreNecessaryAndSufficient() throws Exception {
    List<RequiredAcl> rights = RequiredAcls.ofReplay(NAMES);
    assertThat(replay("complete").status()).isZero();
    for (RequiredAcl right : rights) {
      AclBinding rule = right.allow("User:clerk");
      broker.admin().deleteAcls(List.of(rule.toFilter())).all().get();

      Operator.Outcome refused = replay("without-" + right.resource().resourceType());

      assertThat(refused.status()).as("without " + rule).isEqualTo(1);
      broker.admin().createAcls(List.of(rule)).all().get();
    }
  }

  /**
   * Starts an application that must exit with 1, without a stack trace and without a password in
   * its output. Returns an assertion of the lines that are not informational.
   */
  private static AbstractStringAssert<?> assertRejected(String name, Map<String, String> settings)
      throws IOException {
    Path log = ShowLogsOfFailedTests.log(SecuredBrokerIT.class, name);
    try (ScoringProcess refused = ScoringProcess.launch(log, settings)) {
      assertThat(refused.exitCode()).isEqualTo(1);
      String output = refused.output();
      assertThat(output).doesNotContain("\tat ", PASSWORD, WRONG_PASSWORD);
      return assertThat(
          output.lines().filter(line -> !line.contains("level=INFO")).collect(joining("\n")));
    }
  }

  private Operator.Outcome replay(String name) {
    String[] options =
        settings("clerk", "password").entrySet().stream()
            .filter(setting -> setting.getKey().startsWith("kafka."))
            .flatMap(e -> Stream.of("--kafka", e.getKey().substring(6) + "=" + e.getValue()))
            .toArray(String[]::new);
    return new Operator(broker.bootstrapServers(), options)
        .run("dead-letters", "replay", "--name", name);
  }

  private Map<String, String> settings(String user, String passwordFile) {
    Map<String, String> settings = new TreeMap<>();
    settings.put("bootstrap.servers", broker.bootstrapServers());
    settings.put("bundle", bundle.toString());
    settings.put("state.dir", folder.resolve("state").toString());
    settings.put("kafka.security.protocol", "SASL_SSL");
    settings.put("kafka.ssl.truststore.type", "PEM");
    settings.put("kafka.ssl.truststore.location", broker.certificate().toString());
    settings.put("kafka.sasl.mechanism", "SCRAM-SHA-512");
    settings.put(
        "kafka.sasl.jaas.config",
        "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\""
                .formatted(user)
            + " password=\"${directory:%s:%s}\";".formatted(folder, passwordFile));
    return settings;
  }

  private void publish(String id, String text) throws ExecutionException, InterruptedException {
    try (ReviewStream encoder = new ReviewStream("127.0.0.1:1", Cluster.REVIEWS);
        var producer =
            new KafkaProducer<>(
                broker.administrator(), new StringSerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(Cluster.REVIEWS, id, encoder.encoded(id, text))).get();
    }
  }

  private long end(String topic) throws ExecutionException, InterruptedException {
    TopicPartition partition = new TopicPartition(topic, 0);
    Admin admin = broker.admin();
    return admin
        .listOffsets(Map.of(partition, OffsetSpec.latest()))
        .partitionResult(partition)
        .get()
        .offset();
  }
}
