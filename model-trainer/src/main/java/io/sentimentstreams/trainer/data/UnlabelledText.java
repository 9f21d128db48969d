package io.sentimentstreams.trainer.data;

/**
 * A review whose author's opinion is not known.
 *
 * @param id the name of its file without {@code .txt}
 * @param text what was written, as it was
 */
public record UnlabelledText(String id, String text) {}
