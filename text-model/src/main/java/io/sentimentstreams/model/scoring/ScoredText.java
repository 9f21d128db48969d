package io.sentimentstreams.model.scoring;

/**
 * What became of one text.
 *
 * @param score P(positive), 0 to 1
 * @param tokens tokens of the text, known or not, before truncation
 * @param outOfVocabulary how many of them the vocabulary does not hold
 * @param truncated how many tokens were cut off because the sequence was too long
 */
public record ScoredText(double score, int tokens, int outOfVocabulary, int truncated) {}
