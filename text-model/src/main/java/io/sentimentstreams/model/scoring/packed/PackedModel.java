package io.sentimentstreams.model.scoring.packed;

import io.sentimentstreams.model.network.Backwards;
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
 * Model packed for the fastest kernels of this process, in single precision. A token's contribution
 * to the gates of the first recurrent layer, {@code embedding·W + b}, is computed in advance for
 * the whole vocabulary, unless the table would exceed 256 MiB.
 *
 * <p>Immutable and thread-safe. Threads share it, and each uses a scorer of its own.
 */
public final class PackedModel {

  private static final long MAX_TABLES = 256L << 20;

  private final Model model;
  private final Kernels kernels;
  private final WeightArena memory;
  private final Map<String, PackedCell> cells = new LinkedHashMap<>();

  /** Start of the gate rows of tokens, by the prefix of the cells that read them; can be empty. */
  private final Map<String, Integer> tables = new LinkedHashMap<>();

  /**
   * Packs a model for {@code kernels}.
   *
   * @param largestTables maximum total size of the token tables in bytes; larger ones are not
   *     computed
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
   * Packs a model for the kernels of this process.
   *
   * @param model network and weights, not modified
   */
  public static PackedModel of(Model model) {
    return new PackedModel(model, KernelSelection.best(), MAX_TABLES);
  }

  /**
   * Creates a scorer with scratch memory of its own. After it has scored the longest record, it
   * allocates nothing. Not thread-safe: one per thread.
   */
  public BatchScorer newScorer() {
    return new KernelScorerBuilder(this).scorer();
  }

  /** Returns a description of the kernels for logs, for example {@code vectors of 256 bits}. */
  public String kernels() {
    return kernels.description();
  }

  /** Returns the size of the weights and of what was computed from them, in bytes. */
  public long bytes() {
    return (memory.array().length + model.network().parameterCount()) * Float.BYTES;
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

  /** Returns whether the first layer reads gate rows of tokens instead of their vectors. */
  boolean folded() {
    return !tables.isEmpty();
  }

  /** Returns the gate rows of tokens for the cell with a prefix. */
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

  /** Returns the prefixes of the weights of each recurrence in a layer. */
  private static List<String> prefixes(Layer layer) {
    if (layer instanceof Bidirectional both) {
      return List.of(both.forwardPrefix(), both.backwardPrefix());
    }
    return layer instanceof Recurrent || layer instanceof Backwards
        ? List.of(layer.name())
        : List.of();
  }

  private static Recurrent cell(Layer layer) {
    if (layer instanceof Backwards backwards) {
      return backwards.cell();
    }
    return layer instanceof Bidirectional both ? both.cell() : (Recurrent) layer;
  }
}
