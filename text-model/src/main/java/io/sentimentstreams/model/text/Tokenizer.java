package io.sentimentstreams.model.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Converter of texts to token indices, compatible with Keras' {@code Tokenizer}. No token has index
 * 0. Immutable and thread-safe.
 */
public final class Tokenizer implements TextIndexer {

  private final TokenizerSettings settings;
  private final Map<String, Integer> wordIndex;
  private final Map<String, Integer> wordCounts;
  private final Map<String, Integer> wordDocs;
  private final int documentCount;
  private final TokenSplitter splitter;
  private final Vocabulary vocabulary;
  private final int oovIndex;

  /**
   * Creates a tokenizer with the counts of its fit.
   *
   * @param settings rules that split texts into tokens
   * @param wordIndex index by token, each positive and unique
   * @param wordCounts number of occurrences by token, in order of first occurrence
   * @param wordDocs number of texts that contain each token
   * @param documentCount number of texts
   */
  Tokenizer(
      TokenizerSettings settings,
      Map<String, Integer> wordIndex,
      Map<String, Integer> wordCounts,
      Map<String, Integer> wordDocs,
      int documentCount) {
    this(
        settings,
        wordIndex,
        wordCounts,
        wordDocs,
        documentCount,
        settings.oovToken().map(token -> wordIndex.getOrDefault(token, 0)).orElse(0));
  }

  /** Creates a tokenizer with the index of unknown tokens; 0 to omit them. */
  Tokenizer(
      TokenizerSettings settings,
      Map<String, Integer> wordIndex,
      Map<String, Integer> wordCounts,
      Map<String, Integer> wordDocs,
      int documentCount,
      int oovIndex) {
    this.settings = settings;
    this.oovIndex = oovIndex;
    this.wordIndex = Collections.unmodifiableMap(new LinkedHashMap<>(wordIndex));
    this.wordCounts = Collections.unmodifiableMap(new LinkedHashMap<>(wordCounts));
    this.wordDocs = Collections.unmodifiableMap(new LinkedHashMap<>(wordDocs));
    this.documentCount = documentCount;
    splitter = new TokenSplitter(settings);
    vocabulary = new Vocabulary(this.wordIndex);
  }

  /**
   * Creates a tokenizer of a vocabulary whose counts are unknown.
   *
   * @param settings rules that split texts into tokens
   * @param wordIndex index by token
   * @throws IllegalArgumentException if an index is not positive, or two tokens share one
   */
  public static Tokenizer of(TokenizerSettings settings, Map<String, Integer> wordIndex) {
    Map<Integer, String> words = new LinkedHashMap<>();
    wordIndex.forEach(
        (word, index) -> {
          String other = words.put(index, word);
          if (index < 1 || other != null) {
            throw new IllegalArgumentException(
                other == null
                    ? "indices begin at 1, was %d for '%s'".formatted(index, word)
                    : "'%s' and '%s' share the index %d".formatted(other, word, index));
          }
        });
    return new Tokenizer(settings, wordIndex, Map.of(), Map.of(), 0);
  }

  /** Fits a tokenizer on texts, in one pass. */
  public static Tokenizer fit(TokenizerSettings settings, Iterable<String> texts) {
    TokenizerFitter fitter = new TokenizerFitter(settings);
    texts.forEach(fitter::add);
    return fitter.fit();
  }

  /** Returns the rules that split texts into tokens. */
  public TokenizerSettings settings() {
    return settings;
  }

  /**
   * Returns the index by token, including those beyond {@code numWords}; the most frequent token
   * first.
   */
  public Map<String, Integer> wordIndex() {
    return wordIndex;
  }

  /** Returns the number of occurrences by token, in order of first occurrence. */
  public Map<String, Integer> wordCounts() {
    return wordCounts;
  }

  /** Returns the number of texts that contain each token. */
  public Map<String, Integer> wordDocs() {
    return wordDocs;
  }

  /** Returns the number of fitted texts. */
  public int documentCount() {
    return documentCount;
  }

  /** Returns the number of tokens with an index, including those beyond {@code numWords}. */
  @Override
  public int vocabularySize() {
    return wordIndex.size();
  }

  /**
   * Returns the exclusive upper bound of the indices in a sequence, which is the input dimension of
   * an embedding.
   */
  @Override
  public int indexBound() {
    int largest = wordIndex.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    int used = settings.numWords().map(words -> Math.min(words - 1, largest)).orElse(largest);
    return Math.max(used, oovIndex) + 1;
  }

  /** Returns the tokens of a text, known or unknown (Keras' {@code text_to_word_sequence}). */
  @Override
  public List<String> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    splitter.split(text, (source, from, to) -> tokens.add(source.substring(from, to)));
    return tokens;
  }

  /** Returns whether a token has an index that sequences use. */
  @Override
  public boolean knows(String token) {
    return usedIndex(token, 0, token.length()) != Vocabulary.UNKNOWN;
  }

  /**
   * Returns the indices of a text's tokens (Keras' {@code texts_to_sequences}). Unknown tokens
   * become the out-of-vocabulary token, or are omitted if there is none.
   */
  public int[] sequence(String text) {
    IdBuffer ids = new IdBuffer();
    encode(text, ids);
    return ids.copy(0, ids.size());
  }

  /**
   * Appends the indices of a text's tokens.
   *
   * @return the number of tokens, and the number of unknown ones
   */
  @Override
  public TokenCount encode(String text, IdBuffer ids) {
    Encoding encoding = new Encoding(ids);
    splitter.split(text, encoding);
    return new TokenCount(encoding.tokens, encoding.unknown);
  }

  /**
   * Returns the index of each token of a text, in order. An unknown token has the index of the
   * out-of-vocabulary token, or 0 if there is none.
   */
  @Override
  public int[] aligned(String text) {
    IdBuffer ids = new IdBuffer();
    splitter.split(
        text,
        (source, from, to) -> {
          int index = usedIndex(source, from, to);
          ids.add(index == Vocabulary.UNKNOWN ? oovIndex : index);
        });
    return ids.copy(0, ids.size());
  }

  @Override
  public int[] ranges(String text) {
    int[] origins = splitter.origins(text);
    IdBuffer ranges = new IdBuffer();
    splitter.split(
        text,
        (source, from, to) -> {
          ranges.add(origins[from]);
          ranges.add(Math.max(origins[from] + 1, origins[to]));
        });
    return ranges.copy(0, ranges.size());
  }

  private int usedIndex(String text, int from, int to) {
    int index = vocabulary.index(text, from, to);
    return index != Vocabulary.UNKNOWN && settings.uses(index) ? index : Vocabulary.UNKNOWN;
  }

  /** Lookup of one text's tokens. */
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
   * Returns the text of a sequence (Keras' {@code sequences_to_texts}): tokens joined by one space.
   * Unused indices become the out-of-vocabulary token, or are omitted if there is none.
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

  /** Returns the token by index. */
  Map<Integer, String> indexWord() {
    Map<Integer, String> indexWord = new LinkedHashMap<>();
    wordIndex.forEach((word, index) -> indexWord.put(index, word));
    return indexWord;
  }

  /** Returns the number of texts by index. */
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

  /** Returns the index of unknown tokens, or 0 if there is none. */
  int oovIndex() {
    return oovIndex;
  }

  /**
   * Returns this tokenizer without the tokens that its sequences never use, as bundles store it.
   * Its sequences are the same, and it needs less space.
   */
  public Tokenizer trimmed() {
    return ReducedTokenizers.trimmed(this);
  }

  /**
   * Returns this tokenizer with other indices. Tokens that this tokenizer does not use, and tokens
   * whose new index is too large, are unknown to it.
   */
  @Override
  public Tokenizer shifted(IndexOffsets offsets) {
    return ReducedTokenizers.shifted(this, offsets);
  }
}
