package io.sentimentstreams.app.item;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sentimentstreams.schemas.LabelShare;
import io.sentimentstreams.schemas.ReviewScore;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The totals of an item in a window, as the store holds them.
 *
 * @param abstained number of reviews without a label
 * @param labels number of reviews by label, at most {@value #MAX_LABELS} and {@value #OTHER}
 * @param scores number of reviews with a score
 * @param sum of the scores
 */
public record ItemTotals(long abstained, Map<String, Long> labels, long scores, double sum) {

  /** The maximum number of labels; further labels of a window are counted together. */
  static final int MAX_LABELS = 20;

  /** The label of further labels. */
  static final String OTHER = "OTHER";

  private static final ItemTotals NONE = new ItemTotals(0, Map.of(), 0, 0);

  /** The version of the stored bytes. */
  private static final byte VERSION = 1;

  public ItemTotals {
    labels = Map.copyOf(labels);
  }

  /**
   * Returns the totals that the store holds.
   *
   * @param stored result of {@link #bytes}; null if the store has no entry
   */
  public static ItemTotals of(byte @Nullable [] stored) {
    if (stored == null) {
      return NONE;
    }
    ByteBuffer buffer = ByteBuffer.wrap(stored);
    try {
      byte version = buffer.get();
      if (version != VERSION) {
        throw unreadable("version %d instead of %d".formatted(version, VERSION));
      }
      return read(buffer);
    } catch (BufferUnderflowException e) {
      throw unreadable(stored.length + " bytes, which is too short");
    }
  }

  private static ItemTotals read(ByteBuffer buffer) {
    long abstained = buffer.getLong();
    long scores = buffer.getLong();
    double sum = buffer.getDouble();
    Map<String, Long> labels = new TreeMap<>();
    int count = buffer.get();
    for (int i = 0; i < count; i++) {
      byte[] label = new byte[buffer.getShort()];
      buffer.get(label);
      labels.put(new String(label, UTF_8), buffer.getLong());
    }
    return new ItemTotals(abstained, labels, scores, sum);
  }

  private static IllegalStateException unreadable(String problem) {
    return new IllegalStateException(
        "The totals of a window have %s. Reset the application's state.".formatted(problem));
  }

  /** Returns these totals with one more score. */
  ItemTotals plus(ReviewScore score) {
    Map<String, Long> more = new TreeMap<>(labels);
    String label = score.getLabel();
    if (label != null) {
      boolean named = more.containsKey(label) || more.size() < MAX_LABELS;
      more.merge(named ? label : OTHER, 1L, Long::sum);
    }
    boolean hasScore = score.getScore() != null;
    return new ItemTotals(
        label == null ? abstained + 1 : abstained,
        more,
        hasScore ? scores + 1 : scores,
        hasScore ? sum + score.getScore() : sum);
  }

  /** Returns the bytes for the store. */
  byte[] bytes() {
    Map<String, byte[]> names = new TreeMap<>();
    int size = 2 * Byte.BYTES + 2 * Long.BYTES + Double.BYTES;
    for (String label : labels.keySet()) {
      byte[] name = label.getBytes(UTF_8);
      names.put(label, name);
      size += Short.BYTES + name.length + Long.BYTES;
    }
    ByteBuffer buffer = ByteBuffer.allocate(size);
    buffer.put(VERSION).putLong(abstained).putLong(scores).putDouble(sum).put((byte) names.size());
    names.forEach(
        (label, name) ->
            buffer.putShort((short) name.length).put(name).putLong(labels.getOrDefault(label, 0L)));
    return buffer.array();
  }

  /** Returns the number of reviews. */
  public long count() {
    return abstained + labelled();
  }

  private long labelled() {
    return labels.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Returns the mean of the scores, 0 to 1; empty if no review has one. */
  public Optional<Double> meanScore() {
    return scores == 0 ? Optional.empty() : Optional.of(sum / scores);
  }

  /** Returns the shares of the reviews with a label, the most frequent label first. */
  public List<LabelShare> shares() {
    double all = labelled();
    return labels.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .map(entry -> new LabelShare(entry.getKey(), entry.getValue() / all))
        .toList();
  }
}
