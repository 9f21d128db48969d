package io.sentimentstreams.model.text;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts the tokens of texts, one text at a time, and gives the tokenizer that Keras' {@code
 * fit_on_texts} gives for them: the most frequent token gets the smallest index, and tokens of the
 * same frequency keep the order in which they were first seen. Memory follows the vocabulary, not
 * the texts. Not thread-safe.
 */
public final class TokenizerFitter {

  /** What was counted of one token. */
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

  /** Takes one text in. */
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

  /** The tokenizer for all texts that were taken in so far. */
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
      // An out-of-vocabulary token that occurs in the texts moves to the place of its frequency.
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
