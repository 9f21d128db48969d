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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Brokers that throttle clients or reject writes for some seconds. */
@Tag("full")
@ExtendWith(ShowLogsOfFailedTests.class)
@Tag("alone")
class BusyBrokersIT {

  private static final List<Delivery> DELIVERIES =
      List.of(
          new Delivery(Delivery.EXACTLY_ONCE, Delivery.CLASSIC),
          new Delivery(Delivery.AT_LEAST_ONCE, Delivery.CLASSIC));

  private static final int PER_SECOND = 200;

  /** More reviews than are published within a transaction timeout. */
  private static final int MEANWHILE = 1_500;

  /** Bytes per second and broker: less than half of the load. */
  private static final Map<String, Double> LOW_QUOTA =
      Map.of("consumer_byte_rate", 6_000.0, "producer_byte_rate", 2_000.0);

  private static final Map<String, Double> HIGH_QUOTA =
      Map.of("consumer_byte_rate", 1e9, "producer_byte_rate", 1e9);

  @Test
  void reviewsAreScoredAfterBrokersThrottleAndRejectWrites(@TempDir Path folder) throws Exception {
    Path logs = ShowLogsOfFailedTests.folder(BusyBrokersIT.class);
    try (LoadedFleets scene = new LoadedFleets(DELIVERIES, 1, folder, logs);
        Admin admin =
            Admin.create(Map.of("bootstrap.servers", scene.cluster().bootstrapServers()))) {
      scene.load().start(PER_SECOND);
      scene.awaitAnswers(PER_SECOND);

      throttle(scene, admin);
      scene.awaitAnswers(scene.load().count());
      rejectWrites(scene, admin);

      long published = scene.load().stop();
      scene.awaitAnswers(published);
      scene.view().awaitAllInSync();
      List<FleetResult> results = scene.results(published);
      assertThat(results).allMatch(fleet -> fleet.delivery().isKeptBy(fleet.verdict()));
      assertThat(results).allMatch(fleet -> fleet.instances() == 1);
      assertThat(results).flatExtracting(FleetResult::wrongEnds).isEmpty();
      assertThat(scene.publishedFaults(published)).isEmpty();
    }
  }

  /** Sets quotas for all clients except the load and the readers of answers. */
  private static void throttle(LoadedFleets scene, Admin admin) throws Exception {
    limit(admin, Load.CLIENT, HIGH_QUOTA);
    limit(admin, AnswerReader.CLIENT, HIGH_QUOTA);
    limit(admin, null, LOW_QUOTA);
    for (Fleet fleet : scene.fleets()) {
      awaitThat(fleet.applicationId() + " to be throttled", () -> isThrottled(fleet));
    }
    awaitUnanswered(scene);
    unlimit(admin);
  }

  /** Stops a broker while the topics of scores need three in-sync replicas. */
  private static void rejectWrites(LoadedFleets scene, Admin admin) throws Exception {
    for (Fleet fleet : scene.fleets()) {
      setMinInSync(admin, fleet.scores(), ReplicatedCluster.BROKERS);
    }
    BrokerNode away = scene.cluster().node(0);
    away.process().terminate();
    away.process().exitCode();
    awaitUnanswered(scene);
    away.restart();
  }

  /** Returns whether brokers have throttled the clients of the fleet. */
  private static boolean isThrottled(Fleet fleet) throws Exception {
    ScoringProcess only = fleet.members().get(0).process();
    return only.metric("kafka_consumer_fetch_manager_fetch_throttle_time_max") > 0
        && only.metric("kafka_producer_produce_throttle_time_max") > 0;
  }

  private static void awaitUnanswered(LoadedFleets scene) {
    awaitThat(
        "a backlog",
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
        LOW_QUOTA.keySet().stream()
            .map(name -> new ClientQuotaAlteration.Op(name, null))
            .collect(Collectors.toList());
    alter(admin, null, operations);
  }

  /** Changes the quotas of a client, or the default quotas. */
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
