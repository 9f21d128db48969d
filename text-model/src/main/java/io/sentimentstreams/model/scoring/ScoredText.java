package io.sentimentstreams.model.scoring;

/**
 * Score of one text, with counts of its tokens.
 *
 * @param score P(positive), 0 to 1
 * @param tokens number of tokens in the text, known or unknown, before truncation
 * @param outOfVocabulary number of tokens that are not in the vocabulary
 * @param truncated number of tokens dropped because the sequence was too long
 */
public record ScoredText(double score, int tokens, int outOfVocabulary, int truncated) {}
