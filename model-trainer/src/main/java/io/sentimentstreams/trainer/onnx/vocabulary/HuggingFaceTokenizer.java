package io.sentimentstreams.trainer.onnx.vocabulary;

import com.fasterxml.jackson.databind.JsonNode;
import io.sentimentstreams.model.text.Side;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Reader of {@code tokenizer.json} of Hugging Face with a model of type WordLevel. Parts that would
 * change a text in a way that a bundle cannot repeat are rejected by name.
 */
final class HuggingFaceTokenizer {

  private static final String PRE_TOKENIZERS =
      "Use WhitespaceSplit, CharDelimiterSplit, or Punctuation with behavior removed";

  /** Punctuation of ASCII, which counts as punctuation even if Unicode calls it a symbol. */
  private static final String ASCII_SYMBOLS = "$+<=>^`|~";

  private HuggingFaceTokenizer() {}

  static VocabularyFile read(JsonNode root) {
    JsonNode model = root.path("model");
    String type = model.path("type").asText("unknown");
    if (!type.equals("WordLevel")) {
      throw new InvalidVocabularyException(
          "a tokenizer of type " + type, "Use a tokenizer of type WordLevel");
    }
    requireNone(root, "post_processor", "It adds tokens to texts: train without it");
    String unknown = model.path("unk_token").asText("");
    Map<String, Integer> ids = new LinkedHashMap<>(VocabularyFile.ids(model.path("vocab")));
    addedTokens(root, ids);
    Optional<String> padding =
        Optional.ofNullable(root.path("padding").path("pad_token").textValue());
    JsonNode truncation = root.path("truncation");
    return new VocabularyFile(
        ids,
        Optional.of(unknown).filter(ids::containsKey),
        padding.filter(ids::containsKey),
        Optional.of(rules(root)),
        truncation.path("max_length").isInt()
            ? Optional.of(truncation.path("max_length").intValue())
            : Optional.empty(),
        truncation.isObject()
            ? Optional.of(
                truncation.path("direction").asText("Right").equals("Left") ? Side.PRE : Side.POST)
            : Optional.empty());
  }

  private static void requireNone(JsonNode root, String part, String remedy) {
    JsonNode node = root.path(part);
    if (node.isObject()) {
      throw new InvalidVocabularyException(
          "%s of type %s is not supported".formatted(part, node.path("type").asText("unknown")),
          remedy);
    }
  }

  /** Special tokens are found in texts as they are; others would change how texts are split. */
  private static void addedTokens(JsonNode root, Map<String, Integer> ids) {
    for (JsonNode added : root.path("added_tokens")) {
      String content = added.path("content").asText("");
      if (!added.path("special").asBoolean(false)) {
        throw new InvalidVocabularyException(
            "added token '%s' is not supported".formatted(content),
            "Put it into the vocabulary of the model");
      }
      if (added.path("id").isInt()) {
        ids.putIfAbsent(content, added.path("id").intValue());
      }
    }
  }

  private static TokenRules rules(JsonNode root) {
    boolean lower = false;
    for (JsonNode normalizer : parts(root.path("normalizer"), "normalizers")) {
      lower |= lower(normalizer);
    }
    StringBuilder filters = new StringBuilder();
    Optional<String> separator = Optional.empty();
    boolean whiteSpace = false;
    for (JsonNode part : parts(root.path("pre_tokenizer"), "pretokenizers")) {
      switch (part.path("type").asText("unknown")) {
        case "WhitespaceSplit" -> whiteSpace = true;
        case "CharDelimiterSplit" -> {
          String delimiter = part.path("delimiter").asText("");
          separator = separator.or(() -> Optional.of(delimiter));
          filters.append(delimiter);
        }
        case "Punctuation" -> {
          requireRemoved(part);
          filters.append(punctuation());
        }
        default -> throw unsupported("pre_tokenizer", part, PRE_TOKENIZERS);
      }
    }
    if (whiteSpace) {
      filters.append(TokenRules.UNICODE_WHITE_SPACE);
    }
    if (!whiteSpace && separator.isEmpty()) {
      throw new InvalidVocabularyException(
          "no pre_tokenizer splits texts at white space", PRE_TOKENIZERS);
    }
    return new TokenRules(lower, filters.toString(), whiteSpace ? " " : separator.orElse(" "));
  }

  private static List<JsonNode> parts(JsonNode node, String list) {
    List<JsonNode> parts = new ArrayList<>();
    if (node.path("type").asText("").equals("Sequence")) {
      node.path(list).forEach(part -> parts.addAll(parts(part, list)));
    } else if (node.isObject()) {
      parts.add(node);
    }
    return parts;
  }

  private static boolean lower(JsonNode normalizer) {
    String type = normalizer.path("type").asText("unknown");
    if (type.equals("Lowercase")) {
      return true;
    }
    // White space at the edges of a text makes no tokens.
    if (type.equals("Strip")) {
      return false;
    }
    JsonNode accents = normalizer.path("strip_accents");
    boolean lowercase = normalizer.path("lowercase").asBoolean(false);
    boolean plain =
        type.equals("BertNormalizer")
            && !normalizer.path("clean_text").asBoolean(true)
            && !normalizer.path("handle_chinese_chars").asBoolean(true)
            && (accents.isBoolean() ? !accents.booleanValue() : !lowercase);
    if (!plain) {
      throw unsupported(
          "normalizer",
          normalizer,
          "Use Lowercase, or BertNormalizer with clean_text, handle_chinese_chars and strip_accents false");
    }
    return lowercase;
  }

  private static void requireRemoved(JsonNode part) {
    if (!part.path("behavior").asText("Isolated").equals("Removed")) {
      throw unsupported("pre_tokenizer", part, PRE_TOKENIZERS);
    }
  }

  private static InvalidVocabularyException unsupported(String part, JsonNode node, String remedy) {
    String settings =
        node.properties().stream()
            .filter(entry -> !entry.getKey().equals("type"))
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(", "));
    return new InvalidVocabularyException(
        "%s %s%s is not supported"
            .formatted(
                part,
                node.path("type").asText("unknown"),
                settings.isEmpty() ? "" : " (" + settings + ")"),
        remedy);
  }

  private static String punctuation() {
    Set<Integer> categories =
        Set.of(
            (int) Character.CONNECTOR_PUNCTUATION,
            (int) Character.DASH_PUNCTUATION,
            (int) Character.START_PUNCTUATION,
            (int) Character.END_PUNCTUATION,
            (int) Character.INITIAL_QUOTE_PUNCTUATION,
            (int) Character.FINAL_QUOTE_PUNCTUATION,
            (int) Character.OTHER_PUNCTUATION);
    return IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
        .filter(
            each ->
                categories.contains(Character.getType(each))
                    || (each < 0x80 && ASCII_SYMBOLS.indexOf(each) >= 0))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
