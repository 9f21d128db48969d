package io.sentimentstreams.trainer.embedding;

import io.sentimentstreams.model.file.AtomicFile;
import io.sentimentstreams.model.file.OutputCheck;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.deeplearning4j.models.embeddings.learning.impl.elements.SkipGram;
import org.deeplearning4j.models.word2vec.VocabWord;
import org.deeplearning4j.models.word2vec.Word2Vec;
import org.deeplearning4j.text.sentenceiterator.CollectionSentenceIterator;
import org.deeplearning4j.text.tokenization.tokenizerfactory.DefaultTokenizerFactory;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Word vectors learned from texts with Deeplearning4j's Word2Vec. Immutable. */
public final class WordVectors {

  private static final double LEARNING_RATE = 0.025;
  private static final double MIN_LEARNING_RATE = 0.0001;

  private static final int BATCH = 512;

  private final List<String> words;
  private final INDArray vectors;

  private WordVectors(List<String> words, INDArray vectors) {
    this.words = words;
    this.vectors = vectors;
  }

  /**
   * Learns vectors with the number of threads in the settings.
   *
   * @param texts tokens of each text, at least one of them with the minimum count
   * @throws IllegalArgumentException if no word has the minimum count
   */
  public static WordVectors learn(List<List<String>> texts, VectorSettings settings) {
    List<String> lines = texts.stream().map(WordVectors::line).filter(l -> !l.isEmpty()).toList();
    if (lines.isEmpty()) {
      throw new IllegalArgumentException(
          "No words to learn vectors for. Provide texts with words.");
    }
    Word2Vec model =
        new Word2Vec.Builder()
            .elementsLearningAlgorithm(new SkipGram<VocabWord>())
            .layerSize(settings.width())
            .windowSize(settings.window())
            .negativeSample(settings.negative())
            .useHierarchicSoftmax(false)
            .sampling(settings.sampling())
            .learningRate(LEARNING_RATE)
            .minLearningRate(MIN_LEARNING_RATE)
            .batchSize(BATCH)
            .epochs(settings.run().epochs())
            .iterations(1)
            .minWordFrequency(settings.minCount())
            .seed(settings.run().seed())
            .workers(settings.run().workers())
            .allowParallelTokenization(false)
            .iterate(new CollectionSentenceIterator(lines))
            .tokenizerFactory(new DefaultTokenizerFactory())
            .build();
    model.fit();
    int size = model.getVocab().numWords();
    List<String> words = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      words.add(model.getVocab().wordAtIndex(i));
    }
    return new WordVectors(words, model.getLookupTable().getWeights());
  }

  /** Joins tokens, which contain no white space. */
  private static String line(List<String> tokens) {
    return String.join(" ", tokens);
  }

  /** Returns the number of words with a vector. */
  public int size() {
    return words.size();
  }

  /**
   * Writes the format of {@link VectorFile}, the most frequent word first. The file is replaced
   * atomically.
   *
   * @throws UncheckedIOException if it cannot be written
   */
  public void write(Path path) {
    try {
      AtomicFile.write(
          path,
          channel -> {
            BufferedWriter out =
                new BufferedWriter(Channels.newWriter(channel, StandardCharsets.UTF_8));
            writeVectors(out);
            out.flush();
          },
          this::requireReadable);
    } catch (IOException e) {
      throw OutputCheck.failure(path, e);
    }
  }

  private void requireReadable(Path part) throws IOException {
    AtomicInteger read = new AtomicInteger();
    new VectorFile(part).forEach(word -> true, (word, vector) -> read.incrementAndGet());
    if (read.get() != size()) {
      throw new IOException("only %d of %d words can be read again".formatted(read.get(), size()));
    }
  }

  private void writeVectors(BufferedWriter out) throws IOException {
    for (int i = 0; i < words.size(); i++) {
      out.write(words.get(i));
      for (float number : vectors.getRow(i).toFloatVector()) {
        out.write(String.format(Locale.ROOT, " %.6g", number));
      }
      out.write('\n');
    }
  }
}
