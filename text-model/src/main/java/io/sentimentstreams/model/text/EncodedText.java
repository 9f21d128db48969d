package io.sentimentstreams.model.text;

/**
 * A text as the network reads it, and what became of its tokens.
 *
 * @param ids token indices, oldest first, at most {@code maxLength}, without padding
 * @param tokens how many tokens the text has, known or not
 * @param outOfVocabulary how many of them the vocabulary does not hold
 * @param truncated how many indices were cut off because there were more than {@code maxLength}
 */
@SuppressWarnings("ArrayRecordComponent") // Made once a record and read by the scorer alone.
public record EncodedText(int[] ids, int tokens, int outOfVocabulary, int truncated) {}
