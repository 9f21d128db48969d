package io.sentimentstreams.benchmarks.process;

import io.sentimentstreams.benchmarks.corpus.Reviews;
import io.sentimentstreams.schemas.ReviewEvent;
import io.sentimentstreams.schemas.wire.RecordEncoder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Producer of reviews, as fast as possible or at an even rate, until the broker has all of them.
 */
@Command(name = ProducerProcess.NAME, hidden = true)
public final class ProducerProcess implements Callable<Integer> {

  /** Name of the command. */
  public static final String NAME = "producer-process";

  /** Prefix of the p99 of the delay in milliseconds. */
  public static final String LATE = "late";

  /** Number of different texts; more of them only take longer to read. */
  private static final int TEXTS = 2_000;

  private static final long MAX_MICROS = TimeUnit.MINUTES.toMicros(10);
  private static final int DIGITS = 3;
  private static final double SLOWER = 4;
  private static final long HEAD_START_MICROS = TimeUnit.MILLISECONDS.toMicros(200);

  @SuppressWarnings("NullAway.Init") // picocli sets required options.
  @Option(names = "--bootstrap-servers", required = true)
  private String bootstrapServers;

  @SuppressWarnings("NullAway.Init") // picocli sets required options.
  @Option(names = "--topic", required = true)
  private String topic;

  @Option(names = "--partitions", required = true)
  private int partitions;

  @Option(names = "--first", required = true)
  private int first;

  @Option(names = "--count", required = true)
  private int count;

  /** Records per second; without it, as fast as possible. */
  @Option(names = "--rate")
  private @Nullable Double rate;

  /** Number of records before, at a quarter of the rate, until code is compiled. */
  @Option(names = "--warm-up")
  private int warmUp;

  @Option(names = "--data")
  private @Nullable Path data;

  private final PrintWriter out;
  private final RecordEncoder<ReviewEvent> encoder = RecordEncoder.of(ReviewEvent.class);
  private final Histogram lateMicros = new Histogram(MAX_MICROS, DIGITS);
  private final AtomicReference<Exception> failure = new AtomicReference<>();

  /**
   * Creates a command.
   *
   * @param out writer for the line that reports the start
   */
  public ProducerProcess(PrintWriter out) {
    this.out = out;
  }

  @Override
  public Integer call() throws Exception {
    List<String> texts = Reviews.read(Optional.ofNullable(data), TEXTS).texts();
    Map<String, Object> settings =
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            ProducerConfig.LINGER_MS_CONFIG,
            rate == null ? 5 : 1);
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
      producer.partitionsFor(topic);
      ReadySignal.report(out, topic);
      publish(producer, texts);
      producer.flush();
      out.printf(Locale.ROOT, "%s %.3f%n", LATE, lateMicros.getValueAtPercentile(99) / 1000.0);
    }
    Exception failed = failure.get();
    if (failed != null) {
      throw failed;
    }
    return 0;
  }

  private void publish(KafkaProducer<String, byte[]> producer, List<String> texts) {
    long start = ReviewNumber.nowMicros() + HEAD_START_MICROS;
    for (int i = 0; i < count; i++) {
      long due = rate == null ? ReviewNumber.nowMicros() : start + dueAfter(i, rate);
      await(due);
      if (i >= warmUp) {
        long late = Math.max(0, ReviewNumber.nowMicros() - due);
        lateMicros.recordValue(Math.min(MAX_MICROS, late));
      }
      ReviewNumber review = new ReviewNumber(first + i, due);
      byte[] value = encode(review, texts.get((first + i) % texts.size()));
      // Explicit partitions: the default partitioner fills one partition after the other.
      int partition = review.number() % partitions;
      var unused =
          producer.send(
              new ProducerRecord<>(topic, partition, review.id(), value),
              (metadata, e) -> {
                if (e != null) {
                  failure.compareAndSet(null, e);
                }
              });
    }
  }

  private long dueAfter(int i, double perSecond) {
    double even = i + (SLOWER - 1) * Math.min(i, warmUp);
    return (long) (1e6 * even / perSecond);
  }

  private static void await(long dueMicros) {
    long left = dueMicros - ReviewNumber.nowMicros();
    while (left > 0) {
      LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(left));
      left = dueMicros - ReviewNumber.nowMicros();
    }
  }

  private byte[] encode(ReviewNumber review, String text) {
    return encoder.encode(
        ReviewEvent.newBuilder()
            .setReviewId(review.id())
            .setText(text)
            .setOccurredAt(Instant.ofEpochMilli(TimeUnit.MICROSECONDS.toMillis(review.dueMicros())))
            .build());
  }
}
