package io.sentimentstreams.model.text;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/** Factory of tokenizers with a part of the tokens of another one. */
final class ReducedTokenizers {

  private ReducedTokenizers() {}

  /** Returns a tokenizer without the tokens that its sequences never use. */
  static Tokenizer trimmed(Tokenizer whole) {
    Predicate<String> used =
        word -> {
          Integer index = whole.wordIndex().get(word);
          return index != null && isUsed(whole, index);
        };
    return new Tokenizer(
        whole.settings(),
        keep(whole.wordIndex(), used),
        keep(whole.wordCounts(), used),
        keep(whole.wordDocs(), used),
        whole.documentCount());
  }

  /** Returns a tokenizer with other indices, without tokens whose index is unused or too large. */
  static Tokenizer shifted(Tokenizer whole, IndexOffsets offsets) {
    Map<String, Integer> shifted = new LinkedHashMap<>();
    whole
        .wordIndex()
        .forEach(
            (word, index) -> {
              long moved = (long) index + offsets.indexFrom();
              if (isUsed(whole, index) && moved < offsets.numWords()) {
                shifted.put(word, (int) moved);
              }
            });
    int oov = whole.oovIndex() == 0 ? 0 : whole.oovIndex() + offsets.indexFrom();
    return new Tokenizer(
        whole.settings().withoutNumWords(),
        shifted,
        whole.wordCounts(),
        whole.wordDocs(),
        whole.documentCount(),
        offsets.oovId().orElse(oov < offsets.numWords() ? oov : 0));
  }

  private static boolean isUsed(Tokenizer tokenizer, int index) {
    return tokenizer.settings().uses(index) || index == tokenizer.oovIndex();
  }

  private static Map<String, Integer> keep(Map<String, Integer> map, Predicate<String> used) {
    Map<String, Integer> kept = new LinkedHashMap<>();
    map.forEach(
        (word, value) -> {
          if (used.test(word)) {
            kept.put(word, value);
          }
        });
    return kept;
  }
}
