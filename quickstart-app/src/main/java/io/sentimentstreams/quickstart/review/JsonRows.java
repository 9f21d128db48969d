package io.sentimentstreams.quickstart.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/** One JSON object per line; blank lines are skipped. Not thread-safe. */
final class JsonRows implements Iterator<FileRow> {

  private static final String FORM = "Use {\"text\": ..., \"label\": ...} on one line.";

  private final ObjectMapper mapper = new ObjectMapper();
  private final BufferedReader lines;
  private long line;
  private Optional<String> next = Optional.empty();

  JsonRows(BufferedReader lines) {
    this.lines = lines;
  }

  @Override
  public boolean hasNext() {
    try {
      while (next.isEmpty()) {
        String read = lines.readLine();
        if (read == null) {
          return false;
        }
        line++;
        next = Optional.of(read.replace("\ufeff", "")).filter(each -> !each.isBlank());
      }
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public FileRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException("The file has no more rows.");
    }
    JsonNode json = json(next.orElseThrow());
    next = Optional.empty();
    return new FileRow(
        line,
        field(json, RowFormat.TEXT).orElse(""),
        field(json, RowFormat.LABEL),
        field(json, RowFormat.LANGUAGE));
  }

  private JsonNode json(String object) {
    JsonNode json;
    try {
      json = mapper.readTree(object);
    } catch (JsonProcessingException e) {
      throw new InvalidRowException(line, "the line is not JSON. " + FORM);
    }
    if (!json.path(RowFormat.TEXT).isTextual()) {
      throw new InvalidRowException(line, "the line is not an object with a text. " + FORM);
    }
    return json;
  }

  private static Optional<String> field(JsonNode json, String name) {
    return Optional.ofNullable(json.get(name))
        .filter(value -> value.isValueNode() && !value.isNull())
        .map(JsonNode::asText);
  }
}
