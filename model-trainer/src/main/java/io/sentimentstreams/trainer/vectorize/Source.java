package io.sentimentstreams.trainer.vectorize;

import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Stream of items that can be read repeatedly. Memory use does not depend on the number of items.
 */
@FunctionalInterface
public interface Source<T> {

  /** Passes all items to a consumer in order; each call reads them again. */
  void forEach(Consumer<T> consumer);

  /** Returns a source of the results of a function. */
  default <R> Source<R> map(Function<T, R> function) {
    return consumer -> forEach(item -> consumer.accept(function.apply(item)));
  }
}
