package io.sentimentstreams.trainer.vectorize;

import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Items that are handed over one at a time and never held together, so that memory does not follow
 * their number.
 */
@FunctionalInterface
public interface Source<T> {

  /** Hands over all items, in order; each call reads them anew. */
  void forEach(Consumer<T> consumer);

  /** What a function makes of each item. */
  default <R> Source<R> map(Function<T, R> function) {
    return consumer -> forEach(item -> consumer.accept(function.apply(item)));
  }
}
