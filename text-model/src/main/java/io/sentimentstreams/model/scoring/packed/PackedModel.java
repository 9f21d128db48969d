package io.sentimentstreams.model.scoring.packed;

import io.sentimentstreams.model.network.Bidirectional;
import io.sentimentstreams.model.network.Layer;
import io.sentimentstreams.model.network.Model;
import io.sentimentstreams.model.network.Network;
import io.sentimentstreams.model.network.Recurrent;
import io.sentimentstreams.model.scoring.kernel.KernelSelection;
import io.sentimentstreams.model.scoring.kernel.Kernels;
import io.sentimentstreams.model.scoring.kernel.WeightArena;
import io.sentimentstreams.model.scoring.reference.TokenBatch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A model laid out for the fastest kernels that this process can run, in single precision. What a
 * token adds to the first recurrent layer's gates, {@code embedding·W + b}, is computed for the
 * whole vocabulary, unless the table would be larger than 256 MiB.
 *
 * <p>Immutable and safe for use by several threads, which share it; each takes a scorer of its own.
 */
public final class PackedModel {

  private static final long MAX_TABLES = 256L << 20;

  private final Model model;
  private final Kernels kernels;
  private final WeightArena memory;
  private final Map<String, PackedCell> cells = new LinkedHashMap<>();

  /** By the prefix of the cells that read tokens, where their gate rows begin; maybe none. */
  private final Map<String, Integer> tables = new LinkedHashMap<>();

  /**
   * Lays a model out for {@code kernels}.
   *
   * @param largestTables the bytes that all tables of tokens may take, none if they would take more
   */
  PackedModel(Model model, Kernels kernels, long largestTables) {
    this.model = model;
    this.kernels = kernels;
    Map<String, GateLayout> layouts = layouts();
    List<String> readers = prefixes(model.network().layers().get(1));
    int vocabulary = model.network().embedding().inputDim();
    long tableSize =
        readers.stream()
            .mapToLong(
                prefix -> PackedCell.tableSize(known(layouts.get(prefix), prefix), vocabulary))
            .sum();
    boolean folded = tableSize * Float.BYTES <= largestTables;
    long size = folded ? tableSize : 0;
    for (Map.Entry<String, GateLayout> each : layouts.entrySet()) {
      size += each.getValue().size(model.weight(each.getKey() + "/kernel"));
    }
    memory = new WeightArena(size);
    layouts.forEach(
        (prefix, layout) -> cells.put(prefix, new PackedCell(layout, model, prefix, memory)));
    if (folded) {
      float[] vectors = model.weight(model.network().embedding().name() + "/embeddings");
      readers.forEach(prefix -> tables.put(prefix, cell(prefix).writeTable(vectors)));
    }
  }

  /**
   * Lays a model out for the kernels that were chosen when the first model was.
   *
   * @param model the network and its weights, not changed
   */
  public static PackedModel of(Model model) {
    return new PackedModel(model, KernelSelection.best(), MAX_TABLES);
  }

  /**
   * A scorer with memory of its own: not thread-safe, one per thread. Once it has seen the longest
   * record it allocates nothing.
   */
  public BatchScorer newScorer() {
    return new KernelScorerBuilder(this).scorer();
  }

  /** What the kernels are made for, in words for a log: {@code vectors of 256 bits}. */
  public String kernels() {
    return kernels.description();
  }

  Kernels loops() {
    return kernels;
  }

  Model model() {
    return model;
  }

  public Network network() {
    return model.network();
  }

  PackedCell cell(String prefix) {
    return known(cells.get(prefix), prefix);
  }

  /** Whether the first layer reads gate rows of tokens instead of their vectors. */
  boolean folded() {
    return !tables.isEmpty();
  }

  /** The gate rows of tokens for the cell under a prefix. */
  VocabularyProjections tokenRows(TokenBatch tokens, String prefix) {
    int begin = known(tables.get(prefix), prefix);
    return new VocabularyProjections(tokens, memory.array(), begin, cell(prefix).rowWidth());
  }

  private static <T> T known(@Nullable T value, String prefix) {
    if (value == null) {
      throw new IllegalArgumentException("nothing is packed for " + prefix);
    }
    return value;
  }

  private Map<String, GateLayout> layouts() {
    Map<String, GateLayout> layouts = new LinkedHashMap<>();
    for (Layer layer : model.network().layers()) {
      for (String prefix : prefixes(layer)) {
        layouts.put(prefix, new GateLayout(cell(layer), kernels));
      }
    }
    return layouts;
  }

  /** What stands before the names of the weights of each recurrence in a layer. */
  private static List<String> prefixes(Layer layer) {
    if (layer instanceof Bidirectional both) {
      return List.of(both.forwardPrefix(), both.backwardPrefix());
    }
    return layer instanceof Recurrent ? List.of(layer.name()) : List.of();
  }

  private static Recurrent cell(Layer layer) {
    return layer instanceof Bidirectional both ? both.cell() : (Recurrent) layer;
  }
}
