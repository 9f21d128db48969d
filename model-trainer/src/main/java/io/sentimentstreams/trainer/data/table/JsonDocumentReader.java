package io.sentimentstreams.trainer.data.table;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import io.sentimentstreams.trainer.data.InvalidDataException;
import io.sentimentstreams.trainer.data.LimitedStream;
import io.sentimentstreams.trainer.data.ReviewText;
import io.sentimentstreams.trainer.file.JsonLineProblem;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.file.Path;

/**
 * Reader of objects in an array or over several lines, one object in memory at a time. Malformed
 * JSON stops the reading, because later boundaries are unknown.
 *
 * @param path the file
 */
record JsonDocumentReader(Path path) {

  /** Limit on the bytes of an object, with what the parser reads ahead. */
  private static final long MAX_BYTES = 8L * ReviewText.MAX_BYTES + (1 << 17);

  void read(InputStream in, JsonRow row, RowCollector rows) throws IOException {
    LimitedStream limited = new LimitedStream(in, MAX_BYTES);
    Reader reader = new InputStreamReader(limited, CsvRowReader.decoder());
    long line = 1;
    boolean any = false;
    try (JsonParser parser = JsonRow.VALUES.createParser(reader)) {
      int depth = 0;
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        line = parser.currentTokenLocation().getLineNr();
        if (token == JsonToken.START_ARRAY && depth == 0) {
          depth++;
        } else if (token == JsonToken.END_ARRAY) {
          depth--;
        } else {
          JsonNode value = parser.readValueAsTree();
          row.value(line, value);
          any = true;
        }
        limited.allow(MAX_BYTES);
      }
      if (depth > 0) {
        throw new InvalidDataException(
            path,
            "line %d: the array is not closed".formatted(line),
            "Check that the file is complete");
      }
      if (!any) {
        throw rows.empty();
      }
    } catch (JsonProcessingException e) {
      throw new InvalidDataException(
          path,
          "line %d: %s"
              .formatted(
                  e.getLocation() == null ? line : e.getLocation().getLineNr(),
                  JsonLineProblem.of(e)),
          "Correct the JSON, or write one object per line",
          e);
    } catch (LimitedStream.StreamTooLargeException e) {
      throw new InvalidDataException(
          path,
          "line %d: an object exceeds %d bytes".formatted(line, MAX_BYTES),
          "Write one object per review",
          e);
    }
  }
}
