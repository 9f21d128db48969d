package io.sentimentstreams.trainer.data;

/**
 * A review without a label.
 *
 * @param id file name without {@code .txt}
 * @param text unmodified text
 */
public record UnlabelledText(String id, String text) {}
