package io.sentimentstreams.trainer.onnx.vocabulary;

import io.sentimentstreams.model.text.Tokenizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Token indices of a bundle in place of those of a model: 0 for padding, 1 for unknown words, and
 * then the other tokens in the order of their indices. Immutable.
 */
public final class TokenIndices {

  private static final List<String> UNKNOWN =
      List.of(
          "<unk>",
          "[UNK]",
          "<UNK>",
          "[unk]",
          "UNK",
          "unk",
          "<unknown>",
          "<UNKNOWN>",
          "<oov>",
          "<OOV>",
          "[OOV]",
          "[oov]",
          "UNKNOWN_TOKEN");

  private static final List<String> PADDING =
      List.of(
          "<pad>",
          "[PAD]",
          "<PAD>",
          "[pad]",
          "PAD",
          "pad",
          "<padding>",
          "<blank>",
          "_pad_",
          "PAD_TOKEN");

  private static final String NONE = "none";

  private final Tokenizer tokenizer;
  private final int[] rows;
  private final int[] indices;
  private final Optional<Integer> padding;

  private TokenIndices(Tokenizer tokenizer, int[] rows, int[] indices, Optional<Integer> padding) {
    this.tokenizer = tokenizer;
    this.rows = rows;
    this.indices = indices;
    this.padding = padding;
  }

  /**
   * Names of special tokens and rules.
   *
   * @param unknown token for unknown words, {@code none} to omit them; empty for the usual names
   * @param padding token for padding, {@code none} if there is none; empty for the usual names
   * @param rules how texts become tokens
   */
  public record Choices(Optional<String> unknown, Optional<String> padding, TokenRules rules) {}

  /**
   * Creates the indices.
   *
   * @param tokens number of vectors in the model's embedding
   * @param masked index that the model masks
   * @throws InvalidVocabularyException if the vocabulary does not fit the model
   */
  public static TokenIndices of(
      VocabularyFile file, Choices choices, int tokens, Optional<Integer> masked) {
    file.ids()
        .forEach(
            (token, id) -> {
              if (id >= tokens) {
                throw new InvalidVocabularyException(
                    "token '%s' has the index %d, but the embedding has %d vectors"
                        .formatted(token, id, tokens),
                    "Use the vocabulary that the model was trained with");
              }
            });
    Optional<String> paddingToken =
        chosen(file, choices.padding(), file.padding(), PADDING, "--padding-token");
    Optional<Integer> padding = padding(file, paddingToken, choices.padding(), masked);
    Optional<String> unknown =
        chosen(file, choices.unknown(), file.unknown(), UNKNOWN, "--unknown");
    if (unknown.isEmpty() && !choices.unknown().equals(Optional.of(NONE))) {
      throw new InvalidVocabularyException(
          "no token for unknown words has a usual name",
          "Use --unknown TOKEN, or --unknown none if unknown words were omitted in training");
    }
    if (masked.isPresent() && unknown.map(file.ids()::get).equals(masked)) {
      throw new InvalidVocabularyException(
          "unknown words have the index %d, which the model masks".formatted(masked.get()),
          "Use --unknown none to omit unknown words");
    }
    return built(file, choices.rules(), tokens, padding, paddingToken, unknown);
  }

  private static Optional<String> chosen(
      VocabularyFile file,
      Optional<String> typed,
      Optional<String> named,
      List<String> usual,
      String option) {
    if (typed.isPresent()) {
      if (typed.get().equals(NONE)) {
        return Optional.empty();
      }
      if (!file.ids().containsKey(typed.get())) {
        throw new InvalidVocabularyException(
            "no token '%s'".formatted(typed.get()), "Use a token of the vocabulary for " + option);
      }
      return typed;
    }
    return named.or(() -> usual.stream().filter(file.ids()::containsKey).findFirst());
  }

  private static Optional<Integer> padding(
      VocabularyFile file,
      Optional<String> token,
      Optional<String> typed,
      Optional<Integer> masked) {
    Optional<Integer> id = token.map(file.ids()::get);
    if (masked.isPresent() && id.isPresent() && !id.equals(masked)) {
      throw new InvalidVocabularyException(
          "padding is '%s' with the index %d, but the model masks the index %d"
              .formatted(token.orElseThrow(), id.get(), masked.get()),
          "Use the vocabulary that the model was trained with");
    }
    if (masked.isPresent() && id.isEmpty()) {
      file.ids()
          .forEach(
              (word, index) -> {
                if (index.equals(masked.get())) {
                  throw new InvalidVocabularyException(
                      "the model masks the index %d, which is the token '%s'"
                          .formatted(index, word),
                      "Use --padding-token '%s' if it is padding".formatted(word));
                }
              });
      return masked;
    }
    boolean free = typed.isEmpty() && !file.ids().containsValue(0);
    return id.isEmpty() && free ? Optional.of(0) : id;
  }

  private static TokenIndices built(
      VocabularyFile file,
      TokenRules rules,
      int tokens,
      Optional<Integer> padding,
      Optional<String> paddingToken,
      Optional<String> unknown) {
    List<Integer> rows = new ArrayList<>();
    rows.add(padding.orElse(-1));
    int[] indices = new int[tokens];
    Arrays.fill(indices, -1);
    padding.ifPresent(id -> indices[id] = 0);
    Map<String, Integer> words = new LinkedHashMap<>();
    unknown.ifPresent(token -> add(token, file.ids().getOrDefault(token, 0), words, rows, indices));
    file.ids().entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .filter(entry -> !unknown.equals(Optional.of(entry.getKey())))
        .filter(entry -> !paddingToken.equals(Optional.of(entry.getKey())))
        .filter(entry -> !entry.getKey().isEmpty())
        .forEach(entry -> add(entry.getKey(), entry.getValue(), words, rows, indices));
    for (int id = 0; id < tokens; id++) {
      if (indices[id] < 0) {
        indices[id] = rows.size();
        rows.add(id);
      }
    }
    return new TokenIndices(
        Tokenizer.of(rules.settings(unknown), words),
        rows.stream().mapToInt(Integer::intValue).toArray(),
        indices,
        padding);
  }

  private static void add(
      String token, Integer id, Map<String, Integer> words, List<Integer> rows, int[] indices) {
    words.put(token, rows.size());
    if (indices[id] < 0) {
      indices[id] = rows.size();
    }
    rows.add(id);
  }

  /** Returns the tokenizer with the indices of the bundle. */
  public Tokenizer tokenizer() {
    return tokenizer;
  }

  /** Returns the index in the model of each index in the bundle; -1 for zeros. */
  public int[] rows() {
    return rows.clone();
  }

  /** Returns the index of padding in the model. */
  public Optional<Integer> padding() {
    return padding;
  }

  /**
   * Returns the indices of the bundle for those of the model.
   *
   * @throws InvalidVocabularyException if an index is outside of the embedding
   */
  public int[] indices(int[] ids) {
    return Arrays.stream(ids)
        .map(
            id -> {
              if (id < 0 || id >= indices.length) {
                throw new InvalidVocabularyException(
                    "index %d, but the embedding has %d vectors".formatted(id, indices.length),
                    "Use the indices of the model");
              }
              return indices[id];
            })
        .toArray();
  }
}
