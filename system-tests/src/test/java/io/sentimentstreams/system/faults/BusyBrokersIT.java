package io.sentimentstreams.system.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sentimentstreams.system.ChildProcess;
import io.sentimentstreams.system.ScoringProcess;
import io.sentimentstreams.system.ShowLogsOfFailedTests;
import io.sentimentstreams.system.faults.FaultResult.FleetResult;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.quota.ClientQuotaAlteration;
import org.apache.kafka.common.quota.ClientQuotaEntity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Brokers that live, but for a while do little of what they are asked to, or refuse it. */
@ExtendWith(ShowLogsOfFailedTests.class)
class BusyBrokersIT {

  private static final List<Delivery> DELIVERIES =
      List.of(
          new Delivery(Delivery.EXACTLY_ONCE, Delivery.CLASSIC),
          new Delivery(Delivery.AT_LEAST_ONCE, Delivery.CLASSIC));

  private static final int PER_SECOND = 200;

  /** What is published while a transaction may last, and more. */
  private static final int MEANWHILE = 1_500;

  /** Bytes a second and broker: less than half of the reviews, and of the scores of those. */
  private static final Map<String, Double> HARDLY_ANYTHING =
      Map.of("consumer_byte_rate", 6_000.0, "producer_byte_rate", 2_000.0);

  private static final Map<String, Double> PLENTY =
      Map.of("consumer_byte_rate", 1e9, "producer_byte_rate", 1e9);

  @Test
  void whatBrokersHoldUpOrRefuseForAWhileIsScoredLater(@TempDir Path folder) throws Exception {
    Path logs = ShowLogsOfFailedTests.folder(BusyBrokersIT.class);
    try (LoadedFleets scene = new LoadedFleets(DELIVERIES, 1, folder, logs);
        Admin admin =
            Admin.create(Map.of("bootstrap.servers", scene.cluster().bootstrapServers()))) {
      scene.load().start(PER_SECOND);
      scene.awaitAnswers(PER_SECOND);

      holdUp(scene, admin);
      scene.awaitAnswers(scene.load().count());
      refuse(scene, admin);

      long published = scene.load().stop();
      scene.awaitAnswers(published);
      scene.view().awaitAllInSync();
      List<FleetResult> results = scene.judge(published);
      assertThat(results).allMatch(fleet -> fleet.delivery().isKeptBy(fleet.verdict()));
      assertThat(results).allMatch(fleet -> fleet.instances() == 1);
      assertThat(results).flatExtracting(FleetResult::wrongEnds).isEmpty();
      assertThat(scene.publishedFaults(published)).isEmpty();
    }
  }

  /** Quotas for all but who publishes and who reads the answers. */
  private static void holdUp(LoadedFleets scene, Admin admin) throws Exception {
    limit(admin, Load.CLIENT, PLENTY);
    limit(admin, AnswerReader.CLIENT, PLENTY);
    limit(admin, null, HARDLY_ANYTHING);
    for (Fleet fleet : scene.fleets()) {
      awaitThat(fleet.applicationId() + " to be held up", () -> isThrottled(fleet));
    }
    awaitUnanswered(scene);
    unlimit(admin);
  }

  /** One replica is away, and two of three do no longer for the scores. */
  private static void refuse(LoadedFleets scene, Admin admin) throws Exception {
    for (Fleet fleet : scene.fleets()) {
      setMinInSync(admin, fleet.scores(), ReplicatedCluster.BROKERS);
    }
    BrokerNode away = scene.cluster().node(0);
    away.process().terminate();
    away.process().exitCode();
    awaitUnanswered(scene);
    away.restart();
  }

  /** As its clients were told by brokers. */
  private static boolean isThrottled(Fleet fleet) throws Exception {
    ScoringProcess only = fleet.members().get(0).process();
    return only.metric("kafka_consumer_fetch_manager_fetch_throttle_time_max") > 0
        && only.metric("kafka_producer_produce_throttle_time_max") > 0;
  }

  private static void awaitUnanswered(LoadedFleets scene) {
    awaitThat(
        "reviews to pile up",
        () ->
            scene.answers().stream()
                .allMatch(a -> scene.load().count() - a.answered() >= MEANWHILE));
  }

  private static void awaitThat(String what, Callable<Boolean> question) {
    await(what).atMost(ChildProcess.TIMEOUT).until(question);
  }

  private static void setMinInSync(Admin admin, String topic, int replicas) throws Exception {
    ConfigEntry entry = new ConfigEntry("min.insync.replicas", Integer.toString(replicas));
    admin
        .incrementalAlterConfigs(
            Map.of(
                new ConfigResource(ConfigResource.Type.TOPIC, topic),
                List.of(new AlterConfigOp(entry, OpType.SET))))
        .all()
        .get();
  }

  private static void limit(Admin admin, @Nullable String client, Map<String, Double> limits)
      throws Exception {
    List<ClientQuotaAlteration.Op> operations =
        limits.entrySet().stream()
            .map(limit -> new ClientQuotaAlteration.Op(limit.getKey(), limit.getValue()))
            .collect(Collectors.toList());
    alter(admin, client, operations);
  }

  private static void unlimit(Admin admin) throws Exception {
    List<ClientQuotaAlteration.Op> operations =
        HARDLY_ANYTHING.keySet().stream()
            .map(name -> new ClientQuotaAlteration.Op(name, null))
            .collect(Collectors.toList());
    alter(admin, null, operations);
  }

  /** Changes what a client may do, or all those that nothing was said about. */
  private static void alter(
      Admin admin, @Nullable String client, List<ClientQuotaAlteration.Op> operations)
      throws Exception {
    Map<String, @Nullable String> entity = new HashMap<>();
    entity.put(ClientQuotaEntity.CLIENT_ID, client);
    admin
        .alterClientQuotas(
            List.of(new ClientQuotaAlteration(new ClientQuotaEntity(entity), operations)))
        .all()
        .get();
  }
}
