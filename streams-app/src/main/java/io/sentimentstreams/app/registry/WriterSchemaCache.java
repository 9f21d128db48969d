package io.sentimentstreams.app.registry;

import io.sentimentstreams.schemas.wire.WriterSchema;
import io.sentimentstreams.schemas.wire.WriterSchemas;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The schemas of the ids that were met so far. What is not known is found out by a thread of its
 * own, which tries again until the registry says something. Thread-safe.
 *
 * <p>An id never changes its meaning, so what was found is kept for ever. That an id is unknown is
 * kept for a while only: registries are restored from backups and mirrored with delay.
 */
final class WriterSchemaCache implements WriterSchemas, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(WriterSchemaCache.class);
  private static final Duration FIRST_WAIT = Duration.ofMillis(200);
  private static final Duration MAX_WAIT = Duration.ofSeconds(10);
  private static final Duration UNKNOWN_FOR = Duration.ofMinutes(1);
  private static final int MAX_UNKNOWN = 100_000;

  private final IntFunction<WriterSchema> fetch;
  private final LongSupplier nanoTime;
  private final ScheduledExecutorService worker;
  private final BackOff backOff = new BackOff(FIRST_WAIT, MAX_WAIT);
  private final Map<Integer, WriterSchema> known = new ConcurrentHashMap<>();
  private final Map<Integer, Long> unknownSince = Collections.synchronizedMap(new Newest());
  private final Set<Integer> wanted = ConcurrentHashMap.newKeySet();

  /** Only the worker looks at it. */
  private boolean resting;

  private volatile Optional<String> trouble = Optional.empty();

  /**
   * Knows nothing yet.
   *
   * @param fetch asks the registry, throws {@link RegistryUnavailableException} where that does not
   *     answer
   * @param nanoTime the time, as of {@link System#nanoTime()}
   */
  WriterSchemaCache(IntFunction<WriterSchema> fetch, LongSupplier nanoTime) {
    this.fetch = fetch;
    this.nanoTime = nanoTime;
    worker =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "schema-registry");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Whether {@link #of} has an answer; if not, it will be found out. Does not wait. */
  boolean isKnown(int id) {
    if (known.containsKey(id)) {
      return true;
    }
    Long since = unknownSince.get(id);
    if (since != null && nanoTime.getAsLong() - since < UNKNOWN_FOR.toNanos()) {
      return true;
    }
    if (wanted.add(id) && trouble.isEmpty()) {
      worker.execute(this::findOutUnlessResting);
    }
    return false;
  }

  @Override
  public WriterSchema of(int id) {
    WriterSchema schema = known.get(id);
    if (schema != null) {
      return schema;
    }
    if (unknownSince.containsKey(id)) {
      return new WriterSchema.Unknown();
    }
    throw new RegistryUnavailableException("Schema id not known yet: " + id, null);
  }

  /** Why the registry does not say what is wanted, if it does not. */
  Optional<String> trouble() {
    return trouble;
  }

  @Override
  public void close() {
    worker.shutdownNow();
  }

  private void findOutUnlessResting() {
    if (!resting) {
      findOut();
    }
  }

  /** To the last: what is added while there is trouble is added without a task of its own. */
  private void findOut() {
    resting = false;
    Optional<Integer> next = wanted.stream().findFirst();
    while (next.isPresent()) {
      int id = next.get();
      try {
        found(id, fetch.apply(id));
      } catch (RuntimeException e) {
        tryAgain(id, e);
        return;
      }
      next = wanted.stream().findFirst();
    }
  }

  private void found(int id, WriterSchema schema) {
    if (schema instanceof WriterSchema.Unknown) {
      unknownSince.put(id, nanoTime.getAsLong());
    } else {
      known.put(id, schema);
    }
    wanted.remove(id);
    backOff.reset();
    if (trouble.isPresent()) {
      trouble = Optional.empty();
      log.info("Schema registry is available again");
    }
    log.atDebug().addKeyValue("id", id).addKeyValue("schema", schema).log("Fetched a schema");
  }

  private void tryAgain(int id, RuntimeException why) {
    Duration wait = backOff.next();
    if (trouble.isEmpty()) {
      log.atWarn()
          .addKeyValue("id", id)
          .addKeyValue("cause", why.getMessage())
          .log("Schema registry is unavailable; records with an unknown schema wait");
    }
    trouble = Optional.of(String.valueOf(why.getMessage()));
    resting = true;
    Future<?> unused = worker.schedule(this::findOut, wait.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Keeps those that were asked for last: strangers may send any number of ids. */
  private static final class Newest extends LinkedHashMap<Integer, Long> {

    private static final long serialVersionUID = 1;

    @Override
    protected boolean removeEldestEntry(Map.Entry<Integer, Long> eldest) {
      return size() > MAX_UNKNOWN;
    }
  }
}
