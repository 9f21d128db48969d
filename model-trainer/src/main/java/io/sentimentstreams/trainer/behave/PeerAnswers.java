package io.sentimentstreams.trainer.behave;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sentimentstreams.trainer.data.InvalidDataException;
import io.sentimentstreams.trainer.file.Encoding;
import io.sentimentstreams.trainer.file.TextContent;
import io.sentimentstreams.trainer.file.TextFile;
import io.sentimentstreams.trainer.file.TextLines;
import io.sentimentstreams.trainer.file.TextStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answers that another program gave. The file has JSON lines: {@code {"text": "...", "label":
 * "positive", "score": 0.93}}. The label is {@code positive}, {@code negative}, or null if the
 * program abstains; the score is a number from 0 to 1. Other fields are ignored. Untrusted input.
 */
public final class PeerAnswers implements Respondent {

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final int MAX_LINE_BYTES = 1 << 16;
  private static final int MAX_LINES = 100_000;
  private static final String REMEDY =
      "Write {\"text\": \"...\", \"label\": \"positive\", \"score\": 0.9} per line, with the label"
          + " positive, negative or null";

  private final TextFile file;
  private final Map<String, Answer> answers = new HashMap<>();

  /**
   * Reads a file.
   *
   * @throws InvalidDataException if a line is not an answer
   */
  public PeerAnswers(Path path) {
    file = new TextFile(path, TextContent.SAMPLES, Encoding.UNICODE);
    try (TextStream in = file.open()) {
      TextLines lines = new TextLines(in, MAX_LINE_BYTES);
      for (Optional<TextLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
        read(line.get());
      }
    } catch (IOException e) {
      throw file.unreadable(e);
    }
  }

  private void read(TextLines.Line line) {
    if (line.number() > MAX_LINES) {
      throw invalid(line, "more than %d lines".formatted(MAX_LINES));
    }
    line.problem()
        .ifPresent(
            problem -> {
              throw invalid(line, problem.description());
            });
    if (line.text().isBlank()) {
      return;
    }
    try {
      JsonNode json = MAPPER.readTree(line.text());
      if (!json.path("text").isTextual() || !json.path("score").isNumber()) {
        throw invalid(line, "no text or no score");
      }
      Answer answer =
          new Answer(polarity(line, json.path("label")), Optional.of(json.get("score").asDouble()));
      Answer earlier = answers.put(json.get("text").textValue(), answer);
      if (earlier != null && !earlier.equals(answer)) {
        throw invalid(line, "another answer to the text of an earlier line");
      }
    } catch (JsonProcessingException e) {
      throw invalid(line, "not JSON");
    } catch (IllegalArgumentException e) {
      throw invalid(line, "a score that is not 0 to 1");
    }
  }

  private Optional<Polarity> polarity(TextLines.Line line, JsonNode label) {
    if (label.isNull() || label.isMissingNode()) {
      return Optional.empty();
    }
    return switch (label.asText()) {
      case "positive" -> Optional.of(Polarity.POSITIVE);
      case "negative" -> Optional.of(Polarity.NEGATIVE);
      default -> throw invalid(line, "an unknown label");
    };
  }

  private InvalidDataException invalid(TextLines.Line line, String problem) {
    return new InvalidDataException(
        file.path(), "line %d: %s".formatted(line.number(), problem), REMEDY);
  }

  /** Returns the name of the file without its extension. */
  @Override
  public String name() {
    String name = String.valueOf(file.path().getFileName());
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  /**
   * Returns the answers of the file.
   *
   * @throws InvalidDataException if a text has none
   */
  @Override
  public List<Answer> answers(List<String> texts) {
    return texts.stream().map(this::answer).toList();
  }

  private Answer answer(String text) {
    Answer answer = answers.get(text);
    if (answer == null) {
      throw new InvalidDataException(
          file.path(),
          "no answer to the text '%s'".formatted(text),
          "Answer the fields text and partner of all cases that behave --json prints");
    }
    return answer;
  }
}
