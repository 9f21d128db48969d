package io.sentimentstreams.trainer.sample;

import com.fasterxml.jackson.databind.JsonNode;
import io.sentimentstreams.trainer.data.PrintableText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One line of a sample file.
 *
 * @param text input of the tokenizer; empty for a sample with token indices
 * @param ids token indices of the original model; empty for a sample with a text
 * @param scores finite numbers, one per output of the model
 */
public record Sample(Optional<String> text, List<Integer> ids, List<Double> scores) {

  static final String LINE_FORMAT =
      "Write lines such as {\"text\": \"...\", \"score\": 0.93} or {\"ids\": [12, 7], \"score\": 0.93}";

  public Sample {
    ids = List.copyOf(ids);
    scores = List.copyOf(scores);
  }

  static Sample of(JsonNode line) {
    if (!line.isObject()) {
      throw invalid("a sample must be a JSON object", line);
    }
    List<Double> scores = scores(line.path("score"));
    JsonNode text = line.path("text");
    if (!isAbsent(text)) {
      if (!text.isTextual()) {
        throw invalid("text must be a string", text);
      }
      return new Sample(Optional.of(text.textValue()), List.of(), scores);
    }
    return new Sample(Optional.empty(), ids(line.path("ids")), scores);
  }

  private static List<Double> scores(JsonNode score) {
    if (isAbsent(score)) {
      throw new InvalidSampleException("no score", LINE_FORMAT);
    }
    List<Double> scores = new ArrayList<>();
    for (JsonNode number : score.isArray() ? score : List.of(score)) {
      if (!number.isNumber()) {
        throw invalid("score must be a number or an array of numbers", score);
      }
      if (!Double.isFinite(number.doubleValue())) {
        throw new InvalidSampleException(
            "the score is %s".formatted(number.asText()),
            "Remove the line: the original model has no score for it, for example because it"
                + " averages no timesteps");
      }
      scores.add(number.doubleValue());
    }
    return scores;
  }

  private static List<Integer> ids(JsonNode array) {
    if (isAbsent(array)) {
      throw new InvalidSampleException("neither text nor ids", LINE_FORMAT);
    }
    if (!array.isArray()) {
      throw invalid("ids must be an array of whole numbers", array);
    }
    List<Integer> ids = new ArrayList<>(array.size());
    for (JsonNode id : array) {
      if (!id.isInt()) {
        throw invalid("ids must be an array of whole numbers of at most 32 bits", id);
      }
      ids.add(id.intValue());
    }
    return ids;
  }

  private static boolean isAbsent(JsonNode value) {
    return value.isMissingNode() || value.isNull();
  }

  private static InvalidSampleException invalid(String rule, JsonNode value) {
    return new InvalidSampleException(
        "%s, was %s".formatted(rule, PrintableText.of(value.toString(), 40)), LINE_FORMAT);
  }

  /** Returns the token indices of the original model. */
  public int[] indices() {
    return ids.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Returns the problem of a bundle with other scores, one per output. */
  public String difference(List<Double> found) {
    return "the score is %s in the file and %s in the bundle"
        .formatted(shown(scores), shown(found));
  }

  private static Object shown(List<Double> scores) {
    return scores.size() == 1 ? scores.get(0) : scores;
  }
}
