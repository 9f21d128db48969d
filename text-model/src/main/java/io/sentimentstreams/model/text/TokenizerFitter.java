package io.sentimentstreams.model.text;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Counter of tokens that fits a tokenizer like Keras' {@code fit_on_texts}, one text at a time. The
 * most frequent token gets the smallest index; equally frequent tokens keep the order of their
 * first occurrence. Memory grows with the vocabulary, not with the texts. Not thread-safe.
 */
public final class TokenizerFitter {

  /** Counts of one token. */
  private static final class Tally {
    private int count;
    private int documents;
    private int lastDocument;
  }

  private final TokenizerSettings settings;
  private final TokenSplitter splitter;
  private final Map<String, Tally> tallies = new LinkedHashMap<>();
  private int documents;

  public TokenizerFitter(TokenizerSettings settings) {
    this.settings = settings;
    splitter = new TokenSplitter(settings);
  }

  /** Adds one text. */
  public void add(String text) {
    documents++;
    splitter.split(text, this::count);
  }

  private void count(String text, int from, int to) {
    Tally tally = tallies.computeIfAbsent(text.substring(from, to), token -> new Tally());
    tally.count++;
    if (tally.lastDocument != documents) {
      tally.lastDocument = documents;
      tally.documents++;
    }
  }

  /** Returns the tokenizer for all texts added so far. */
  public Tokenizer fit() {
    Map<String, Integer> wordIndex = new LinkedHashMap<>();
    settings.oovToken().ifPresent(token -> wordIndex.put(token, 1));
    int index = wordIndex.size();
    List<Map.Entry<String, Tally>> byFrequency =
        tallies.entrySet().stream()
            .sorted(Comparator.comparingInt(entry -> -entry.getValue().count))
            .toList();
    for (Map.Entry<String, Tally> entry : byFrequency) {
      index++;
      // An out-of-vocabulary token that occurs in the texts moves to the index of its frequency.
      wordIndex.put(entry.getKey(), index);
    }
    Map<String, Integer> counts = new LinkedHashMap<>();
    Map<String, Integer> documentCounts = new LinkedHashMap<>();
    tallies.forEach(
        (token, tally) -> {
          counts.put(token, tally.count);
          documentCounts.put(token, tally.documents);
        });
    return new Tokenizer(settings, wordIndex, counts, documentCounts, documents);
  }
}
