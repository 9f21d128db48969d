package io.sentimentstreams.app.registry;

import io.sentimentstreams.schemas.wire.SchemaId;
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
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cache of writers' schemas by id. A thread of its own fetches unknown schemas and retries until
 * the registry answers. Thread-safe.
 *
 * <p>The schema of an id never changes, so it is kept without limit of time. A missing id, or a
 * missing schema that one refers to, is kept for one minute, because registries are restored from
 * backups and mirrored with delay.
 */
final class WriterSchemaCache implements WriterSchemas, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(WriterSchemaCache.class);
  private static final Duration FIRST_WAIT = Duration.ofMillis(200);
  private static final Duration MAX_WAIT = Duration.ofSeconds(10);
  private static final Duration UNKNOWN_FOR = Duration.ofMinutes(1);
  private static final int MAX_UNKNOWN = 100_000;

  private final Function<SchemaId, WriterSchema> fetch;
  private final LongSupplier nanoTime;
  private final ScheduledExecutorService worker;
  private final BackOff backOff = new BackOff(FIRST_WAIT, MAX_WAIT);
  private final Map<SchemaId, WriterSchema> known = new ConcurrentHashMap<>();
  private final Map<SchemaId, Absent> absent = Collections.synchronizedMap(new Newest());
  private final Set<SchemaId> wanted = ConcurrentHashMap.newKeySet();

  /** Confined to the worker: whether the next attempt waits. */
  private boolean resting;

  /**
   * A schema that the registry does not have, or not completely.
   *
   * @param schema for the decoders
   * @param since the time, as of {@link System#nanoTime()}
   */
  private record Absent(WriterSchema schema, long since) {}

  private volatile Optional<String> trouble = Optional.empty();

  /**
   * Creates an empty cache.
   *
   * @param fetch requests a schema; throws {@link RegistryUnavailableException} if the registry
   *     does not answer
   * @param nanoTime the time, as of {@link System#nanoTime()}
   */
  WriterSchemaCache(Function<SchemaId, WriterSchema> fetch, LongSupplier nanoTime) {
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

  /** Returns whether {@link #of} has a schema; if not, starts to fetch it. Does not wait. */
  boolean isKnown(SchemaId id) {
    if (known.containsKey(id)) {
      return true;
    }
    Absent missing = absent.get(id);
    if (missing != null && nanoTime.getAsLong() - missing.since() < UNKNOWN_FOR.toNanos()) {
      return true;
    }
    if (wanted.add(id) && trouble.isEmpty()) {
      worker.execute(this::findOutUnlessResting);
    }
    return false;
  }

  @Override
  public WriterSchema of(SchemaId id) {
    WriterSchema schema = known.get(id);
    if (schema != null) {
      return schema;
    }
    Absent missing = absent.get(id);
    if (missing != null) {
      return missing.schema();
    }
    throw new RegistryUnavailableException("Schema not known yet: " + id, null);
  }

  /** Returns the error of the registry in words, or empty if it is available. */
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

  /** Fetches all wanted schemas. Ids added during an outage have no task of their own. */
  private void findOut() {
    resting = false;
    Optional<SchemaId> next = wanted.stream().findFirst();
    while (next.isPresent()) {
      SchemaId id = next.get();
      try {
        found(id, fetch.apply(id));
      } catch (RuntimeException e) {
        tryAgain(id, e);
        return;
      }
      next = wanted.stream().findFirst();
    }
  }

  private void found(SchemaId id, WriterSchema schema) {
    if (schema instanceof WriterSchema.Unknown || schema instanceof WriterSchema.Incomplete) {
      absent.put(id, new Absent(schema, nanoTime.getAsLong()));
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

  private void tryAgain(SchemaId id, RuntimeException why) {
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

  /** The newest entries only, because producers may send any number of ids. */
  private static final class Newest extends LinkedHashMap<SchemaId, Absent> {

    private static final long serialVersionUID = 1;

    @Override
    protected boolean removeEldestEntry(Map.Entry<SchemaId, Absent> eldest) {
      return size() > MAX_UNKNOWN;
    }
  }
}
