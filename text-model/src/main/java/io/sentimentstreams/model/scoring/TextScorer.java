package io.sentimentstreams.model.scoring;

import io.sentimentstreams.model.scoring.packed.BatchScorer;
import io.sentimentstreams.model.scoring.packed.PackedModel;
import io.sentimentstreams.model.text.EncodedText;
import io.sentimentstreams.model.text.SequenceSettings;
import io.sentimentstreams.model.text.TextIndexer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Scorer from text to probability: tokenizes, truncates or pads, and runs the network.
 *
 * <p>Not thread-safe: one per thread.
 */
public final class TextScorer {

  private final NetworkInput input;
  private final BatchScorer scorer;
  private final int classes;

  /**
   * Creates a scorer.
   *
   * @param model network and weights, shared
   * @param tokenizer vocabulary of the network's training
   * @param settings preprocessing of the network's training
   */
  public TextScorer(PackedModel model, TextIndexer tokenizer, SequenceSettings settings) {
    input = new NetworkInput(model.network(), tokenizer, settings);
    scorer = model.newScorer();
    classes = model.network().classes();
  }

  /**
   * Returns the score of one text; a text without tokens is the empty sequence.
   *
   * @throws IllegalStateException if the network has more than two classes
   */
  public ScoredText score(String text) {
    return score(encode(text));
  }

  /** Returns the token indices of one text, as the network reads them. */
  public EncodedText encode(String text) {
    return input.read(text);
  }

  /**
   * Returns the score of the result of {@link #encode}.
   *
   * @throws IllegalStateException if the network has more than two classes
   */
  public ScoredText score(EncodedText encoded) {
    return scoredText(scorer.score(encoded.ids(), encoded.ids().length), encoded);
  }

  /**
   * Scores a batch of texts, which takes less time per text. Each score equals that of {@link
   * #score(String)} to the last bit. A few hundred texts per batch are enough.
   *
   * @return scores in the order of the texts
   */
  public List<ScoredText> scoreAll(List<String> texts) {
    List<EncodedText> encoded = texts.stream().map(input::read).toList();
    int[][] ids = encoded.stream().map(EncodedText::ids).toArray(int[][]::new);
    int[] lengths = Arrays.stream(ids).mapToInt(each -> each.length).toArray();
    double[] scores = new double[ids.length];
    scorer.score(ids, lengths, ids.length, scores);
    return IntStream.range(0, scores.length)
        .mapToObj(i -> scoredText(scores[i], encoded.get(i)))
        .toList();
  }

  private static ScoredText scoredText(double score, EncodedText encoded) {
    return new ScoredText(score, encoded.tokens(), encoded.outOfVocabulary(), encoded.truncated());
  }

  /**
   * Computes the class probabilities of the result of {@link #encode}.
   *
   * @param probabilities receives one element per class; of two classes, the second one is positive
   */
  public void classify(EncodedText encoded, double[] probabilities) {
    scorer.classify(encoded.ids(), encoded.ids().length, probabilities);
  }

  /** Returns the number of classes, at least 2. */
  public int classes() {
    return classes;
  }

  /** Returns the class probabilities of one text; a text without tokens is the empty sequence. */
  public ClassifiedText classify(String text) {
    EncodedText encoded = input.read(text);
    double[] probabilities = new double[classes];
    classify(encoded, probabilities);
    return classifiedText(probabilities, encoded);
  }

  /**
   * Classifies a batch of texts, which takes less time per text. The probabilities equal those of
   * {@link #classify(String)} to the last bit.
   *
   * @return results in the order of the texts
   */
  public List<ClassifiedText> classifyAll(List<String> texts) {
    List<EncodedText> encoded = texts.stream().map(input::read).toList();
    int[][] ids = encoded.stream().map(EncodedText::ids).toArray(int[][]::new);
    int[] lengths = Arrays.stream(ids).mapToInt(each -> each.length).toArray();
    double[][] probabilities = new double[ids.length][classes];
    scorer.classify(ids, lengths, ids.length, probabilities);
    return IntStream.range(0, ids.length)
        .mapToObj(i -> classifiedText(probabilities[i], encoded.get(i)))
        .toList();
  }

  private static ClassifiedText classifiedText(double[] probabilities, EncodedText encoded) {
    return new ClassifiedText(
        Arrays.stream(probabilities).boxed().toList(),
        encoded.tokens(),
        encoded.outOfVocabulary(),
        encoded.truncated());
  }
}
