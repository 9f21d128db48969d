package io.sentimentstreams.model.text;

/**
 * A text in the form that the network reads, with counts of its tokens.
 *
 * @param ids token indices, oldest first, at most {@code maxLength}, without padding
 * @param tokens number of tokens in the text, known or unknown
 * @param outOfVocabulary number of tokens that are not in the vocabulary
 * @param truncated number of indices dropped because there were more than {@code maxLength}
 */
@SuppressWarnings("ArrayRecordComponent") // The array is not copied: only the scorer reads it.
public record EncodedText(int[] ids, int tokens, int outOfVocabulary, int truncated) {}
