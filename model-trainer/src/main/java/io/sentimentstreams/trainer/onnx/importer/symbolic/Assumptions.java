package io.sentimentstreams.trainer.onnx.importer.symbolic;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Facts about padding that a graph relies on. The symbolic values are those of texts without
 * padding: masks are true, and lengths are the number of timesteps. Not thread-safe.
 */
public final class Assumptions {

  /** Length of every text if the graph can read only one length. */
  private final Optional<Integer> fixedSteps;

  private final Set<Integer> paddingIds = new LinkedHashSet<>();
  private boolean lengths;

  public Assumptions(Optional<Integer> fixedSteps) {
    this.fixedSteps = fixedSteps;
  }

  /** Returns the length of the timesteps' axis. */
  public Amount steps() {
    return fixedSteps.map(Amount::of).orElse(Amount.STEPS);
  }

  public Optional<Integer> fixedSteps() {
    return fixedSteps;
  }

  /** Records that the graph compares tokens with the index of padding. */
  public void paddingId(int id) {
    paddingIds.add(id);
  }

  /** Records that the graph reads lengths or a mask as an input. */
  public void lengths() {
    lengths = true;
  }

  /** Returns whether the graph excludes padding. */
  public boolean excludesPadding() {
    return lengths || !paddingIds.isEmpty();
  }

  /** Returns the index of padding if the graph compares tokens with it. */
  public Optional<Integer> maskedId() {
    return paddingIds.stream().findFirst();
  }

  /**
   * Checks that the graph compares tokens with one index only.
   *
   * @throws UnsupportedOnnxModelException if there are others
   */
  public void check() {
    if (paddingIds.size() > 1) {
      throw new UnsupportedOnnxModelException(
          "the graph compares tokens with several indices: " + paddingIds,
          "Use one index for padding");
    }
  }
}
