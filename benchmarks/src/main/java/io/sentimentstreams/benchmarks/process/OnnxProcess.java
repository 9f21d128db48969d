package io.sentimentstreams.benchmarks.process;

import io.sentimentstreams.benchmarks.engine.Contestant;
import io.sentimentstreams.benchmarks.engine.Engine;
import io.sentimentstreams.benchmarks.engine.UnmaskedModel;
import io.sentimentstreams.model.bundle.BundleReader;
import io.sentimentstreams.model.bundle.LoadedBundle;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Loop of poll, score with ONNX Runtime, send, flush and commit: at least once. Reviews are scored
 * one by one without padding, which is the fastest mode of ONNX Runtime on real reviews.
 */
@Command(name = OnnxProcess.NAME, hidden = true)
public final class OnnxProcess implements Callable<Integer> {

  /** Name of the command. */
  public static final String NAME = "onnx-process";

  private static final Duration POLL = Duration.ofMillis(100);

  @Mixin private PeerOptions options = new PeerOptions();

  private final PrintWriter out;
  private volatile boolean stopped;

  /**
   * Creates a command.
   *
   * @param out writer for the line that reports readiness
   */
  public OnnxProcess(PrintWriter out) {
    this.out = out;
  }

  @Override
  public Integer call() throws Exception {
    LoadedBundle loaded = BundleReader.read(options.bundle);
    CountDownLatch assigned = new CountDownLatch(options.threads);
    ExecutorService threads = Executors.newFixedThreadPool(options.threads);
    try (Engine engine =
        Contestant.ONNX_RUNTIME.open(UnmaskedModel.model(loaded.bundle().model()), 1)) {
      List<Future<?>> loops = new ArrayList<>();
      for (int i = 0; i < options.threads; i++) {
        PeerScorer scorer = new PeerScorer(loaded, engine.newScorer());
        loops.add(threads.submit(() -> loop(scorer, assigned)));
      }
      assigned.await();
      ReadySignal.report(out, options.reviews);
      ReadySignal.awaitEndOfInput();
      stopped = true;
      for (Future<?> loop : loops) {
        loop.get();
      }
    } finally {
      threads.shutdownNow();
    }
    return 0;
  }

  private void loop(PeerScorer scorer, CountDownLatch assigned) {
    try (KafkaConsumer<String, byte[]> consumer =
            new KafkaConsumer<>(
                consumerSettings(), new StringDeserializer(), new ByteArrayDeserializer());
        KafkaProducer<String, byte[]> producer =
            new KafkaProducer<>(
                producerSettings(), new StringSerializer(), new ByteArraySerializer())) {
      consumer.subscribe(List.of(options.reviews), new Assigned(assigned));
      while (!stopped) {
        ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
        for (ConsumerRecord<String, byte[]> record : records) {
          var unused =
              producer.send(
                  new ProducerRecord<>(
                      options.scores,
                      record.partition(),
                      record.key(),
                      scorer.score(record.value())));
        }
        if (!records.isEmpty()) {
          producer.flush();
          consumer.commitSync();
        }
      }
    }
  }

  private Map<String, Object> consumerSettings() {
    return Map.of(
        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
        options.bootstrapServers,
        ConsumerConfig.GROUP_ID_CONFIG,
        options.applicationId,
        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
        false,
        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
        "earliest");
  }

  private Map<String, Object> producerSettings() {
    return Map.of(
        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
        options.bootstrapServers,
        ProducerConfig.LINGER_MS_CONFIG,
        0);
  }

  /** Listener for the first assignment of a consumer. */
  private record Assigned(CountDownLatch assigned) implements ConsumerRebalanceListener {

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      assigned.countDown();
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      // The loop keeps no state between polls.
    }
  }
}
