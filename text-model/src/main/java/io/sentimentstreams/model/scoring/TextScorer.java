package io.sentimentstreams.model.scoring;

import io.sentimentstreams.model.scoring.packed.BatchScorer;
import io.sentimentstreams.model.scoring.packed.PackedModel;
import io.sentimentstreams.model.text.EncodedText;
import io.sentimentstreams.model.text.SequenceSettings;
import io.sentimentstreams.model.text.Tokenizer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Text in, probability out: tokenizes, cuts or pads to length and runs the network.
 *
 * <p>Not thread-safe: one per thread.
 */
public final class TextScorer {

  private final NetworkInput input;
  private final BatchScorer scorer;
  private final int classes;

  /**
   * A scorer of texts.
   *
   * @param model the network and its weights, shared
   * @param tokenizer the vocabulary that the network was trained with
   * @param settings the lengths that it was trained with
   */
  public TextScorer(PackedModel model, Tokenizer tokenizer, SequenceSettings settings) {
    input = new NetworkInput(model.network(), tokenizer, settings);
    scorer = model.newScorer();
    classes = model.network().classes();
  }

  /**
   * Scores one text; one without any token gets the score of the empty sequence.
   *
   * @throws IllegalStateException if the network tells more than two classes apart
   */
  public ScoredText score(String text) {
    return score(encode(text));
  }

  /** The first half of scoring one text: its tokens' indices, as the network reads them. */
  public EncodedText encode(String text) {
    return input.read(text);
  }

  /**
   * The second half: runs the network over what {@link #encode} gave.
   *
   * @throws IllegalStateException if the network tells more than two classes apart
   */
  public ScoredText score(EncodedText encoded) {
    return scoredText(scorer.score(encoded.ids(), encoded.ids().length), encoded);
  }

  /**
   * Scores many texts together, which takes less time for each; every one gets the score that it
   * gets alone. A few hundred at once are enough.
   *
   * @return what became of each text, in the order of the texts
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

  /** Tells how probable each class is for one text; one without any token is the empty sequence. */
  public ClassifiedText classify(String text) {
    EncodedText encoded = input.read(text);
    double[] probabilities = new double[classes];
    scorer.classify(encoded.ids(), encoded.ids().length, probabilities);
    return new ClassifiedText(
        Arrays.stream(probabilities).boxed().toList(),
        encoded.tokens(),
        encoded.outOfVocabulary(),
        encoded.truncated());
  }
}
