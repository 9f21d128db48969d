package io.sentimentstreams.model.text.vectorization;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * State of a layer that its configuration can omit.
 *
 * @param vocabulary as {@code get_vocabulary} returns it, or without the special tokens; empty if
 *     the configuration has it
 * @param weights inverse document frequencies, one per element of the vocabulary, and zeros up to
 *     {@code max_tokens} if rows are padded; empty if the configuration has them
 */
public record LayerState(Optional<List<String>> vocabulary, Optional<List<Float>> weights) {

  private static final String ADD_VOCABULARY =
      "Set config[\"vocabulary\"] = layer.get_vocabulary() in Python, or give the file of the"
          + " vocabulary";

  TextVectorization layer(TextVectorizationSettings settings, ConfigFields config) {
    config
        .value("vocabulary")
        .filter(node -> node.isTextual() && vocabulary.isEmpty())
        .ifPresent(
            path -> {
              throw new InvalidTextVectorizationException(
                  "vocabulary is the name of a file: " + path, ADD_VOCABULARY);
            });
    List<String> all =
        vocabulary
            .or(() -> config.strings("vocabulary"))
            .orElseThrow(
                () ->
                    new InvalidTextVectorizationException(
                        "there is no vocabulary", ADD_VOCABULARY));
    List<String> tokens = all.stream().map(LayerState::asInNumpy).toList();
    List<String> special = TextVectorization.specialTokens(settings.output().mode());
    boolean complete =
        tokens.size() >= special.size() && tokens.subList(0, special.size()).equals(special);
    List<String> bare = complete ? tokens.subList(special.size(), tokens.size()) : tokens;
    try {
      return new TextVectorization(settings, bare, weights(settings, config, tokens, complete));
    } catch (IllegalArgumentException e) {
      throw new InvalidTextVectorizationException(
          String.valueOf(e.getMessage()), "Use the vocabulary that layer.get_vocabulary() returns");
    }
  }

  /**
   * Returns a token as numpy's arrays of strings store it, which Keras uses: without final NULs.
   */
  private static String asInNumpy(String token) {
    int end = token.length();
    while (end > 0 && token.charAt(end - 1) == 0) {
      end--;
    }
    return token.substring(0, end);
  }

  private float[] weights(
      TextVectorizationSettings settings,
      ConfigFields config,
      List<String> tokens,
      boolean complete) {
    Optional<double[]> found =
        weights
            .map(each -> each.stream().mapToDouble(Float::doubleValue).toArray())
            .or(() -> config.numbers("idf_weights"));
    if (settings.output().mode() != OutputMode.TF_IDF) {
      if (found.isPresent()) {
        throw new InvalidTextVectorizationException(
            "idf_weights are set, but output_mode is not tf_idf", "Remove idf_weights");
      }
      return new float[0];
    }
    double[] numbers =
        found.orElseThrow(
            () ->
                new InvalidTextVectorizationException(
                    "output_mode is tf_idf, but there are no idf_weights",
                    "Set config[\"idf_weights\"] to the list of weights, one per element of the vocabulary"));
    int size = tokens.size();
    boolean padded =
        settings.output().padToMaxTokens()
            && settings.maxTokens().filter(most -> most == numbers.length).isPresent();
    if (numbers.length != size && !padded) {
      throw new InvalidTextVectorizationException(
          "there are %d idf_weights for %d tokens".formatted(numbers.length, size),
          "Give one weight per element of the vocabulary");
    }
    double[] used = Arrays.copyOf(numbers, size);
    DoubleStream front =
        complete ? DoubleStream.empty() : DoubleStream.of(Arrays.stream(used).average().orElse(0));
    double[] whole = DoubleStream.concat(front, Arrays.stream(used)).toArray();
    float[] floats = new float[whole.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) whole[i];
    }
    return floats;
  }
}
