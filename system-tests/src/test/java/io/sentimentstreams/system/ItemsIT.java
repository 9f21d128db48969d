package io.sentimentstreams.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sentimentstreams.schemas.ItemSentiment;
import io.sentimentstreams.schemas.wire.RecordDecoder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Sentiment by item with a real broker. */
@ExtendWith(ShowLogsOfFailedTests.class)
class ItemsIT {

  private static final int PARTITIONS = 4;
  private static final String SENTIMENT = "sentiment-by-item";

  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();

  @Test
  void everyInstanceReturnsAllItemsAndCountsAreExactAfterAKill(@TempDir Path folder)
      throws Exception {
    try (Cluster cluster = new Cluster(folder, PARTITIONS);
        ReviewStream reviews = cluster.reviews()) {
      createTopics(cluster);
      try (TopicRecords committed = cluster.committed(SENTIMENT);
          TopicRecords written = cluster.written(SENTIMENT);
          ScoringProcess stays = start(cluster, "100")) {
        try (ScoringProcess killed = start(cluster, "4000")) {
          reviews.start(400);
          committed.awaitAtLeast(500);
          assertBothAnswer(stays, killed);
          // More than the other instance has uncommitted.
          written.awaitAheadOf(committed, 200);
          killed.kill();
        }
        int before = committed.readToEnd().size();
        committed.awaitAtLeast(before + 200);
        committed.awaitAtLeast(reviews.stop());

        assertThat(counted(committed)).isEqualTo(reviews.countsByItem());
        assertThat(written.readToEnd()).hasSizeGreaterThan(committed.readToEnd().size());
        try (ScoringProcess second = start(cluster, "100")) {
          assertAnswersAreEqual(stays, second, reviews.countsByItem());
        }
      }
    }
  }

  @Test
  void instanceWithoutAddressReturnsItsOwnItems(@TempDir Path folder) throws Exception {
    try (Cluster cluster = new Cluster(folder, PARTITIONS);
        ReviewStream reviews = cluster.reviews()) {
      createTopics(cluster);
      try (TopicRecords committed = cluster.committed(SENTIMENT);
          ScoringProcess alone =
              cluster.startApplication(ItemsIT.class, Map.of("items.enabled", "true"))) {
        reviews.publish(20);
        committed.awaitAtLeast(20);

        for (Map.Entry<String, Long> item : reviews.countsByItem().entrySet()) {
          HttpResponse<String> answer = get(alone, item.getKey());
          assertThat(answer.statusCode()).isEqualTo(200);
          assertThat(count(json.readTree(answer.body()))).isEqualTo(item.getValue());
        }
        assertThat(get(alone, "unknown").statusCode()).isEqualTo(404);
      }
    }
  }

  /** Creates the topics with the command, including the application's internal topics. */
  private static void createTopics(Cluster cluster) {
    Operator.Outcome created =
        new Operator(cluster.broker().bootstrapServers(), "--items-enabled", "true")
            .run("topics", "create");
    assertThat(created.lines())
        .as(created.err())
        .hasSize(3)
        .allMatch(line -> line.contains(PARTITIONS + " partitions"))
        .anyMatch(line -> line.contains("scores-by-item"))
        .anyMatch(line -> line.contains("sentiment-by-item"))
        .anyMatch(
            line ->
                line.contains("sentiment-streams-item-windows-changelog")
                    && line.contains("cleanup.policy=compact,delete"));
  }

  private static ScoringProcess start(Cluster cluster, String commitInterval) throws IOException {
    String port = Integer.toString(freePort());
    return cluster.startApplication(
        ItemsIT.class,
        Map.of(
            "items.enabled",
            "true",
            "items.window.ms",
            "3600000",
            "commit.interval.ms",
            commitInterval,
            "http.port",
            port,
            "application.server",
            "127.0.0.1:" + port));
  }

  private void assertBothAnswer(ScoringProcess one, ScoringProcess other) {
    await("responses of both instances for all items")
        .atMost(ChildProcess.TIMEOUT)
        .untilAsserted(
            () -> {
              for (int i = 0; i < 7; i++) {
                assertThat(get(one, "item/" + i).statusCode()).isEqualTo(200);
                assertThat(get(other, "item/" + i).statusCode()).isEqualTo(200);
              }
            });
  }

  private void assertAnswersAreEqual(
      ScoringProcess one, ScoringProcess other, Map<String, Long> expected) {
    await("equal responses")
        .atMost(ChildProcess.TIMEOUT)
        .untilAsserted(
            () -> {
              for (Map.Entry<String, Long> item : expected.entrySet()) {
                HttpResponse<String> answer = get(one, item.getKey());
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(get(other, item.getKey()).body()).isEqualTo(answer.body());
                assertThat(count(json.readTree(answer.body()))).isEqualTo(item.getValue());
              }
              for (ScoringProcess instance : new ScoringProcess[] {one, other}) {
                for (int i = 0; i < 20; i++) {
                  assertThat(get(instance, "unknown-" + i).statusCode()).isEqualTo(404);
                }
              }
            });
  }

  private static long count(JsonNode answer) {
    long count = 0;
    for (JsonNode window : answer.path("windows")) {
      count += window.path("count").longValue();
    }
    return count;
  }

  /** Returns the sum of the last counts of all windows by item. */
  private static Map<String, Long> counted(TopicRecords sentiment) {
    RecordDecoder<ItemSentiment> decoder = RecordDecoder.of(ItemSentiment.class);
    Map<String, Map<Long, Long>> last = new TreeMap<>();
    for (ConsumerRecord<String, byte[]> record : sentiment.readToEnd()) {
      ItemSentiment each = decoder.decode(record.value());
      Map<Long, Long> windows = last.computeIfAbsent(record.key(), key -> new TreeMap<>());
      Long before = windows.put(each.getWindowStart().toEpochMilli(), each.getCount());
      assertThat(each.getCount()).isEqualTo(before == null ? 1 : before + 1);
    }
    Map<String, Long> counted = new TreeMap<>();
    last.forEach(
        (item, windows) ->
            counted.put(item, windows.values().stream().mapToLong(Long::longValue).sum()));
    return counted;
  }

  private HttpResponse<String> get(ScoringProcess from, String item)
      throws IOException, InterruptedException {
    String encoded = URLEncoder.encode(item, StandardCharsets.UTF_8);
    URI uri = URI.create(from.address() + "/v1/items/" + encoded);
    return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
