package io.sentimentstreams.app.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
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

  private final Map<Integer, WriterSchema> there = new ConcurrentHashMap<>(Map.of(7, FOUND));
  private final List<Integer> fetched = new CopyOnWriteArrayList<>();
  private final AtomicLong now = new AtomicLong();
  private volatile boolean isDown;
  private final WriterSchemaCache schemas = new WriterSchemaCache(this::fetch, now::get);

  @AfterEach
  void close() {
    schemas.close();
  }

  @Test
  void whatIsNotKnownIsFoundOutOnce() {
    assertThat(schemas.isKnown(7)).isFalse();
    await().until(() -> schemas.isKnown(7));

    assertThat(schemas.of(7)).isEqualTo(FOUND);
    assertThat(schemas.isKnown(7)).isTrue();
    assertThat(fetched).containsExactly(7);
  }

  @Test
  void whatNobodyWantedIsNotKnown() {
    assertThatThrownBy(() -> schemas.of(7)).isInstanceOf(RegistryUnavailableException.class);
  }

  @Test
  void anOutageIsWaitedOutWhileWhatIsKnownStaysKnown() {
    there.put(8, FOUND);
    there.put(9, FOUND);
    schemas.isKnown(7);
    await().until(() -> schemas.isKnown(7));
    isDown = true;

    schemas.isKnown(8);
    await().until(() -> schemas.trouble().isPresent());
    schemas.isKnown(9);

    assertThat(schemas.isKnown(7)).isTrue();
    assertThat(schemas.isKnown(8)).isFalse();
    assertThat(schemas.trouble()).contains("it is down");
    isDown = false;
    await().until(() -> schemas.isKnown(8) && schemas.isKnown(9));
    assertThat(schemas.trouble()).isEmpty();
  }

  @Test
  void thatAnIdIsUnknownIsKnownForAWhile() {
    assertThat(schemas.isKnown(404)).isFalse();
    await().until(() -> schemas.isKnown(404));
    assertThat(schemas.of(404)).isEqualTo(new WriterSchema.Unknown());

    there.put(404, FOUND);
    assertThat(schemas.isKnown(404)).isTrue();
    now.addAndGet(Duration.ofMinutes(2).toNanos());
    assertThat(schemas.isKnown(404)).isFalse();
    await().until(() -> schemas.isKnown(404));

    assertThat(schemas.of(404)).isEqualTo(FOUND);
    assertThat(fetched).containsExactly(404, 404);
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

  private WriterSchema fetch(int id) {
    if (isDown) {
      throw new RegistryUnavailableException("it is down", null);
    }
    fetched.add(id);
    return there.getOrDefault(id, new WriterSchema.Unknown());
  }
}
