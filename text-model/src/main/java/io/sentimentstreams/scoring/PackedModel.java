package io.sentimentstreams.scoring;

import io.sentimentstreams.network.Bidirectional;
import io.sentimentstreams.network.Embedding;
import io.sentimentstreams.network.Layer;
import io.sentimentstreams.network.Model;
import io.sentimentstreams.network.Network;
import io.sentimentstreams.network.Recurrent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A model laid out for the fastest kernels that this process can run, in single precision. What a
 * token adds to the first recurrent layer's gates, {@code embedding·W + b}, is computed for the
 * whole vocabulary, unless the table would be larger than 256 MiB.
 *
 * <p>Immutable and safe for use by several threads, which share it; each takes a scorer of its own.
 */
public final class PackedModel {

  private static final long LARGEST_TABLES = 256L << 20;

  private final Model model;
  private final Kernels kernels;
  private final Map<String, PackedCell> cells;
  private final Map<String, float[]> tables;

  /**
   * Lays a model out for {@code kernels}.
   *
   * @param largestTables the bytes that all tables of tokens may take, none if they would take more
   */
  PackedModel(Model model, Kernels kernels, long largestTables) {
    this.model = model;
    this.kernels = kernels;
    cells = cells(model, kernels);
    tables = tables(largestTables);
  }

  /**
   * Lays a model out for the kernels that were chosen when the first model was.
   *
   * @param model the network and its weights, not changed
   */
  public static PackedModel of(Model model) {
    return new PackedModel(model, KernelSelection.best(), LARGEST_TABLES);
  }

  /**
   * A scorer with memory of its own: not thread-safe, one per thread. Once it has seen the longest
   * record it allocates nothing.
   */
  public Scorer newScorer() {
    return new KernelWiring(this).scorer();
  }

  /** What the kernels are made for, in words for a log: {@code vectors of 256 bits}. */
  public String kernels() {
    return kernels.description();
  }

  Model model() {
    return model;
  }

  Network network() {
    return model.network();
  }

  PackedCell cell(String prefix) {
    return known(cells.get(prefix), prefix);
  }

  /** Whether the first layer reads gate rows of tokens instead of their vectors. */
  boolean folded() {
    return !tables.isEmpty();
  }

  float[] table(String prefix) {
    return known(tables.get(prefix), prefix);
  }

  private static <T> T known(@Nullable T value, String prefix) {
    if (value == null) {
      throw new IllegalArgumentException("nothing is packed for " + prefix);
    }
    return value;
  }

  private static Map<String, PackedCell> cells(Model model, Kernels kernels) {
    Map<String, PackedCell> cells = new LinkedHashMap<>();
    for (Layer layer : model.network().layers()) {
      if (layer instanceof Recurrent recurrent) {
        cells.put(recurrent.name(), new PackedCell(kernels, model, recurrent, recurrent.name()));
      } else if (layer instanceof Bidirectional both) {
        for (String prefix : new String[] {both.forwardPrefix(), both.backwardPrefix()}) {
          cells.put(prefix, new PackedCell(kernels, model, both.cell(), prefix));
        }
      }
    }
    return cells;
  }

  private Map<String, float[]> tables(long largest) {
    Embedding embedding = model.network().embedding();
    Map<String, PackedCell> first = readersOfTokens();
    long bytes =
        first.values().stream()
            .mapToLong(cell -> (long) Float.BYTES * embedding.inputDim() * cell.rowWidth())
            .sum();
    Map<String, float[]> folded = new LinkedHashMap<>();
    if (bytes <= largest) {
      float[] vectors = model.weight(embedding.name() + "/embeddings");
      first.forEach((prefix, cell) -> folded.put(prefix, cell.table(vectors)));
    }
    return folded;
  }

  private Map<String, PackedCell> readersOfTokens() {
    Layer second = model.network().layers().get(1);
    Map<String, PackedCell> readers = new LinkedHashMap<>(cells);
    if (second instanceof Recurrent) {
      readers.keySet().retainAll(Set.of(second.name()));
    } else if (second instanceof Bidirectional both) {
      readers.keySet().retainAll(Set.of(both.forwardPrefix(), both.backwardPrefix()));
    } else {
      readers.clear();
    }
    return readers;
  }
}
