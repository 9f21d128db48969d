package io.sentimentstreams.model.scoring;

import java.util.List;

/**
 * What became of one text.
 *
 * @param probabilities of each class, in the network's order, each 0 to 1; their sum is 1
 * @param tokens tokens of the text, known or not, before truncation
 * @param outOfVocabulary how many of them the vocabulary does not hold
 * @param truncated how many tokens were cut off because the sequence was too long
 */
public record ClassifiedText(
    List<Double> probabilities, int tokens, int outOfVocabulary, int truncated) {

  public ClassifiedText {
    probabilities = List.copyOf(probabilities);
  }

  /** The most probable class; of equally probable ones the first. */
  public int best() {
    int best = 0;
    for (int i = 1; i < probabilities.size(); i++) {
      if (probabilities.get(i) > probabilities.get(best)) {
        best = i;
      }
    }
    return best;
  }
}
