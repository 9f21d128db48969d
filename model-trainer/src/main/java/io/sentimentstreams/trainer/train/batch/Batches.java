package io.sentimentstreams.trainer.train.batch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Cuts examples into batches of similar length, so that few timesteps run with few sequences: the
 * examples are shuffled, each run of {@value #BATCHES_PER_CHUNK} batches is sorted by length and
 * cut, and the batches are shuffled again.
 */
public final class Batches {

  private static final int BATCHES_PER_CHUNK = 32;

  private Batches() {}

  /** A random order of all examples in batches; the last of a run can be smaller. */
  public static List<List<Example>> shuffled(List<Example> examples, int batchSize, Random random) {
    List<Example> order = new ArrayList<>(examples);
    Collections.shuffle(order, random);
    List<List<Example>> batches = new ArrayList<>();
    for (List<Example> run : partition(order, BATCHES_PER_CHUNK * batchSize)) {
      batches.addAll(byLength(run, batchSize));
    }
    Collections.shuffle(batches, random);
    return batches;
  }

  /** All examples in batches, from short to long. */
  public static List<List<Example>> byLength(List<Example> examples, int batchSize) {
    List<Example> order = new ArrayList<>(examples);
    order.sort(Comparator.comparingInt(example -> example.ids().length));
    return partition(order, batchSize);
  }

  /** Deals a batch out to workers, such that each gets long and short ones. */
  public static List<List<Example>> distribute(List<Example> batch, int workers) {
    List<List<Example>> shares = new ArrayList<>();
    for (int worker = 0; worker < workers; worker++) {
      shares.add(new ArrayList<>());
    }
    for (int i = 0; i < batch.size(); i++) {
      shares.get(i % workers).add(batch.get(i));
    }
    return shares;
  }

  private static List<List<Example>> partition(List<Example> examples, int size) {
    List<List<Example>> parts = new ArrayList<>();
    for (int from = 0; from < examples.size(); from += size) {
      parts.add(examples.subList(from, Math.min(examples.size(), from + size)));
    }
    return parts;
  }
}
