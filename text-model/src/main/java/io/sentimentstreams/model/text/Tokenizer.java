package io.sentimentstreams.model.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Turns texts into token indices as Keras' {@code Tokenizer} does. Index 0 is never given to a
 * token. Immutable and safe for use by several threads.
 */
public final class Tokenizer {

  private final TokenizerSettings settings;
  private final Map<String, Integer> wordIndex;
  private final Map<String, Integer> wordCounts;
  private final Map<String, Integer> wordDocs;
  private final int documentCount;
  private final TokenSplitter splitter;
  private final Vocabulary vocabulary;
  private final int oovIndex;

  /**
   * A tokenizer with what was counted when it was fitted.
   *
   * @param settings how texts become tokens
   * @param wordIndex indices by token, each above 0 and given once
   * @param wordCounts how often each token was seen, in the order in which they were first seen
   * @param wordDocs in how many texts each token was seen
   * @param documentCount how many texts were seen
   */
  Tokenizer(
      TokenizerSettings settings,
      Map<String, Integer> wordIndex,
      Map<String, Integer> wordCounts,
      Map<String, Integer> wordDocs,
      int documentCount) {
    this.settings = settings;
    this.wordIndex = Collections.unmodifiableMap(new LinkedHashMap<>(wordIndex));
    this.wordCounts = Collections.unmodifiableMap(new LinkedHashMap<>(wordCounts));
    this.wordDocs = Collections.unmodifiableMap(new LinkedHashMap<>(wordDocs));
    this.documentCount = documentCount;
    splitter = new TokenSplitter(settings);
    vocabulary = new Vocabulary(this.wordIndex);
    oovIndex = settings.oovToken().map(token -> this.wordIndex.getOrDefault(token, 0)).orElse(0);
  }

  /** Fits a tokenizer on texts, in one pass. */
  public static Tokenizer fit(TokenizerSettings settings, Iterable<String> texts) {
    TokenizerFitter fitter = new TokenizerFitter(settings);
    texts.forEach(fitter::add);
    return fitter.fit();
  }

  /** How texts become tokens. */
  public TokenizerSettings settings() {
    return settings;
  }

  /** Indices by token, those beyond {@code numWords} too; the most frequent token first. */
  public Map<String, Integer> wordIndex() {
    return wordIndex;
  }

  /** How often each token was seen, in the order in which they were first seen. */
  public Map<String, Integer> wordCounts() {
    return wordCounts;
  }

  /** In how many texts each token was seen. */
  public Map<String, Integer> wordDocs() {
    return wordDocs;
  }

  /** How many texts were seen. */
  public int documentCount() {
    return documentCount;
  }

  /** How many tokens have an index, those beyond {@code numWords} too. */
  public int vocabularySize() {
    return wordIndex.size();
  }

  /** The number that lies above every index that a sequence can hold: an embedding's size. */
  public int indexBound() {
    int largest = wordIndex.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    int used = settings.numWords().map(words -> Math.min(words - 1, largest)).orElse(largest);
    return Math.max(used, oovIndex) + 1;
  }

  /** The tokens of a text, known or not (Keras' {@code text_to_word_sequence}). */
  public List<String> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    splitter.split(text, (source, from, to) -> tokens.add(source.substring(from, to)));
    return tokens;
  }

  /** Whether a token has an index that sequences use. */
  public boolean knows(String token) {
    return usedIndex(token, 0, token.length()) != Vocabulary.UNKNOWN;
  }

  /**
   * The indices of a text's tokens (Keras' {@code texts_to_sequences}): unknown tokens are left
   * out, or stand as the out-of-vocabulary token where there is one.
   */
  public int[] sequence(String text) {
    IdBuffer ids = new IdBuffer();
    encode(text, ids);
    return ids.copy(0, ids.size());
  }

  /**
   * Adds the indices of a text's tokens.
   *
   * @return how many tokens the text has, and how many of them are unknown
   */
  TokenCount encode(String text, IdBuffer ids) {
    Encoding encoding = new Encoding(ids);
    splitter.split(text, encoding);
    return new TokenCount(encoding.tokens, encoding.unknown);
  }

  /**
   * The index of each token of a text, in its place: 0, or that of the out-of-vocabulary token, for
   * one that is unknown.
   */
  int[] aligned(String text) {
    IdBuffer ids = new IdBuffer();
    splitter.split(
        text,
        (source, from, to) -> {
          int index = usedIndex(source, from, to);
          ids.add(index == Vocabulary.UNKNOWN ? oovIndex : index);
        });
    return ids.copy(0, ids.size());
  }

  private int usedIndex(String text, int from, int to) {
    int index = vocabulary.index(text, from, to);
    return index != Vocabulary.UNKNOWN && settings.uses(index) ? index : Vocabulary.UNKNOWN;
  }

  /**
   * How many tokens a text has.
   *
   * @param tokens all of them
   * @param unknown those without an index that sequences use
   */
  record TokenCount(int tokens, int unknown) {}

  /** Looks up one text's tokens. */
  private final class Encoding implements TokenConsumer {

    private final IdBuffer ids;
    private int tokens;
    private int unknown;

    Encoding(IdBuffer ids) {
      this.ids = ids;
    }

    @Override
    public void token(String text, int from, int to) {
      tokens++;
      int index = usedIndex(text, from, to);
      if (index != Vocabulary.UNKNOWN) {
        ids.add(index);
        return;
      }
      unknown++;
      if (oovIndex != Vocabulary.UNKNOWN) {
        ids.add(oovIndex);
      }
    }
  }

  /**
   * The text that a sequence stands for (Keras' {@code sequences_to_texts}), tokens joined by one
   * space. Indices that no token has, or that sequences do not use, stand as the out-of-vocabulary
   * token where there is one and are left out elsewhere.
   */
  public String text(int[] sequence) {
    Map<Integer, String> indexWord = indexWord();
    Optional<String> oov = Optional.ofNullable(indexWord.get(oovIndex));
    List<String> words = new ArrayList<>();
    for (int index : sequence) {
      Optional.ofNullable(indexWord.get(index))
          .filter(word -> settings.uses(index))
          .or(() -> oov)
          .ifPresent(words::add);
    }
    return String.join(" ", words);
  }

  /** Tokens by index. */
  Map<Integer, String> indexWord() {
    Map<Integer, String> indexWord = new LinkedHashMap<>();
    wordIndex.forEach((word, index) -> indexWord.put(index, word));
    return indexWord;
  }

  /** In how many texts each index was seen. */
  Map<Integer, Integer> indexDocs() {
    Map<Integer, Integer> indexDocs = new LinkedHashMap<>();
    wordIndex.forEach(
        (word, index) -> {
          if (wordDocs.containsKey(word)) {
            indexDocs.put(index, wordDocs.get(word));
          }
        });
    return indexDocs;
  }

  /**
   * The same without the tokens that its sequences never use: what a bundle carries. It gives the
   * same sequences, and takes less room.
   */
  public Tokenizer trimmed() {
    Predicate<String> used =
        word -> {
          Integer index = wordIndex.get(word);
          return index != null && (settings.uses(index) || index == oovIndex);
        };
    return new Tokenizer(
        settings,
        keep(wordIndex, used),
        keep(wordCounts, used),
        keep(wordDocs, used),
        documentCount);
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
