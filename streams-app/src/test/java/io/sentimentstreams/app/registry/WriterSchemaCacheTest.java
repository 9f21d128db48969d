package io.sentimentstreams.app.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.sentimentstreams.schemas.wire.SchemaId;
import io.sentimentstreams.schemas.wire.WriterSchema;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WriterSchemaCacheTest {

  private static final WriterSchema FOUND = new WriterSchema.Unresolvable("a test's");

  private final Map<SchemaId, WriterSchema> there =
      new ConcurrentHashMap<>(Map.of(SchemaId.of(7), FOUND));
  private final List<SchemaId> fetched = new CopyOnWriteArrayList<>();
  private final AtomicLong now = new AtomicLong();
  private volatile boolean isDown;
  private final WriterSchemaCache schemas = new WriterSchemaCache(this::fetch, now::get);

  @AfterEach
  void close() {
    schemas.close();
  }

  @Test
  void whatIsNotKnownIsFoundOutOnce() {
    assertThat(schemas.isKnown(SchemaId.of(7))).isFalse();
    await().until(() -> schemas.isKnown(SchemaId.of(7)));

    assertThat(schemas.of(SchemaId.of(7))).isEqualTo(FOUND);
    assertThat(schemas.isKnown(SchemaId.of(7))).isTrue();
    assertThat(fetched).containsExactly(SchemaId.of(7));
  }

  @Test
  void whatNobodyWantedIsNotKnown() {
    assertThatThrownBy(() -> schemas.of(SchemaId.of(7)))
        .isInstanceOf(RegistryUnavailableException.class);
  }

  @Test
  void anOutageIsWaitedOutWhileWhatIsKnownStaysKnown() {
    there.put(SchemaId.of(8), FOUND);
    there.put(SchemaId.of(9), FOUND);
    schemas.isKnown(SchemaId.of(7));
    await().until(() -> schemas.isKnown(SchemaId.of(7)));
    isDown = true;

    schemas.isKnown(SchemaId.of(8));
    await().until(() -> schemas.trouble().isPresent());
    schemas.isKnown(SchemaId.of(9));

    assertThat(schemas.isKnown(SchemaId.of(7))).isTrue();
    assertThat(schemas.isKnown(SchemaId.of(8))).isFalse();
    assertThat(schemas.trouble()).contains("it is down");
    isDown = false;
    await().until(() -> schemas.isKnown(SchemaId.of(8)) && schemas.isKnown(SchemaId.of(9)));
    assertThat(schemas.trouble()).isEmpty();
  }

  @Test
  void thatAnIdIsUnknownIsKnownForAWhile() {
    assertThat(schemas.isKnown(SchemaId.of(404))).isFalse();
    await().until(() -> schemas.isKnown(SchemaId.of(404)));
    assertThat(schemas.of(SchemaId.of(404))).isEqualTo(new WriterSchema.Unknown());

    there.put(SchemaId.of(404), FOUND);
    assertThat(schemas.isKnown(SchemaId.of(404))).isTrue();
    now.addAndGet(Duration.ofMinutes(2).toNanos());
    assertThat(schemas.isKnown(SchemaId.of(404))).isFalse();
    await().until(() -> schemas.isKnown(SchemaId.of(404)));

    assertThat(schemas.of(SchemaId.of(404))).isEqualTo(FOUND);
    assertThat(fetched).containsExactly(SchemaId.of(404), SchemaId.of(404));
  }

  @Test
  void anIncompleteSchemaIsAskedForAgain() {
    SchemaId id = SchemaId.of(405);
    there.put(id, new WriterSchema.Incomplete("a reference is missing"));
    schemas.isKnown(id);
    await().until(() -> schemas.isKnown(id));
    assertThat(schemas.of(id)).isEqualTo(new WriterSchema.Incomplete("a reference is missing"));

    there.put(id, FOUND);
    now.addAndGet(Duration.ofMinutes(2).toNanos());
    assertThat(schemas.isKnown(id)).isFalse();
    await().until(() -> schemas.isKnown(id));
    assertThat(schemas.of(id)).isEqualTo(FOUND);
  }

  @Test
  void waitsGrowUpToALimitAndBeginAnewAfterASuccess() {
    BackOff backOff = new BackOff(Duration.ofMillis(100), Duration.ofMillis(300));

    assertThat(backOff.next()).isBetween(Duration.ofMillis(80), Duration.ofMillis(120));
    assertThat(backOff.next()).isBetween(Duration.ofMillis(160), Duration.ofMillis(240));
    assertThat(backOff.next()).isBetween(Duration.ofMillis(240), Duration.ofMillis(360));
    assertThat(backOff.next()).isBetween(Duration.ofMillis(240), Duration.ofMillis(360));
    backOff.reset();
    assertThat(backOff.next()).isBetween(Duration.ofMillis(80), Duration.ofMillis(120));
  }

  private WriterSchema fetch(SchemaId id) {
    if (isDown) {
      throw new RegistryUnavailableException("it is down", null);
    }
    fetched.add(id);
    return there.getOrDefault(id, new WriterSchema.Unknown());
  }
}
