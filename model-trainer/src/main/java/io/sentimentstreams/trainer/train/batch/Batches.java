package io.sentimentstreams.trainer.train.batch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Partition of examples into batches of similar length, which reduces timesteps with few sequences.
 * Examples are shuffled, chunks of {@value #BATCHES_PER_CHUNK} batches are sorted by length and
 * partitioned, and the batches are shuffled.
 */
public final class Batches {

  private static final int BATCHES_PER_CHUNK = 32;

  private Batches() {}

  /** Returns all examples in random batches; the last batch of a chunk can be smaller. */
  public static List<List<Example>> shuffled(List<Example> examples, int batchSize, Random random) {
    List<Example> sorted = new ArrayList<>(examples);
    Collections.shuffle(sorted, random);
    List<List<Example>> batches = new ArrayList<>();
    for (List<Example> chunk : partition(sorted, BATCHES_PER_CHUNK * batchSize)) {
      batches.addAll(byLength(chunk, batchSize));
    }
    Collections.shuffle(batches, random);
    return batches;
  }

  /** Returns all examples in batches by ascending length. */
  public static List<List<Example>> byLength(List<Example> examples, int batchSize) {
    List<Example> sorted = new ArrayList<>(examples);
    sorted.sort(Comparator.comparingInt(example -> example.ids().length));
    return partition(sorted, batchSize);
  }

  /** Distributes a batch to workers, each with short and long examples. */
  public static List<List<Example>> distribute(List<Example> batch, int workers) {
    List<List<Example>> parts = new ArrayList<>();
    for (int worker = 0; worker < workers; worker++) {
      parts.add(new ArrayList<>());
    }
    for (int i = 0; i < batch.size(); i++) {
      parts.get(i % workers).add(batch.get(i));
    }
    return parts;
  }

  private static List<List<Example>> partition(List<Example> examples, int size) {
    List<List<Example>> parts = new ArrayList<>();
    for (int from = 0; from < examples.size(); from += size) {
      parts.add(examples.subList(from, Math.min(examples.size(), from + size)));
    }
    return parts;
  }
}
