package io.sentimentstreams.model.scoring;

import java.util.List;

/**
 * Class probabilities of one text, with counts of its tokens.
 *
 * @param probabilities probability of each class, in the network's order, each 0 to 1; their sum is
 *     1
 * @param tokens number of tokens in the text, known or unknown, before truncation
 * @param outOfVocabulary number of tokens that are not in the vocabulary
 * @param truncated number of tokens dropped because the sequence was too long
 */
public record ClassifiedText(
    List<Double> probabilities, int tokens, int outOfVocabulary, int truncated) {

  public ClassifiedText {
    probabilities = List.copyOf(probabilities);
  }

  /** Returns the most probable class; the first of equally probable ones. */
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
