package io.sentimentstreams.trainer.vectorize;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;

/**
 * Writer of rows as JSON, one value per line. Short sparse rows are arrays, nested for two
 * dimensions. Longer ones are objects with {@code shape}, and {@code indices} and {@code values} of
 * the nonzero numbers.
 */
public final class JsonRowWriter implements RowWriter {

  private final JsonGenerator json;
  private final NumberType type;
  private final long maxDenseSize;
  private boolean written;

  /**
   * Creates a writer.
   *
   * @param maxDenseSize longer rows are written as indices and values
   */
  public JsonRowWriter(Writer out, NumberType type, long maxDenseSize) throws IOException {
    json = new JsonFactory().createGenerator(out);
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    json.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
    json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
    this.type = type;
    this.maxDenseSize = maxDenseSize;
  }

  @Override
  public void write(VectorizedRow row) throws IOException {
    written = true;
    if (row instanceof VectorizedRow.Numbers numbers) {
      array(numbers.values(), 0, numbers.values().length);
    } else if (row instanceof VectorizedRow.Sparse sparse) {
      if (sparse.size() <= maxDenseSize) {
        dense(sparse);
      } else {
        sparse(sparse);
      }
    } else if (row instanceof VectorizedRow.Words words) {
      json.writeStartArray();
      for (String word : words.words()) {
        json.writeString(word);
      }
      json.writeEndArray();
    } else if (row instanceof VectorizedRow.Counts counts) {
      json.writeStartObject();
      for (Map.Entry<String, Integer> count : counts.counts().entrySet()) {
        json.writeNumberField(count.getKey(), count.getValue());
      }
      json.writeEndObject();
    } else if (row instanceof VectorizedRow.Text text) {
      json.writeString(text.text());
    }
  }

  private void dense(VectorizedRow.Sparse row) throws IOException {
    double[] dense = row.dense();
    if (row.shape().size() == 1) {
      array(dense, 0, dense.length);
      return;
    }
    int width = row.shape().get(1);
    json.writeStartArray();
    for (int from = 0; from < dense.length; from += width) {
      array(dense, from, from + width);
    }
    json.writeEndArray();
  }

  private void sparse(VectorizedRow.Sparse row) throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("shape");
    for (int length : row.shape()) {
      json.writeNumber(length);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("indices");
    for (long position : row.positions()) {
      if (row.shape().size() == 1) {
        json.writeNumber(position);
      } else {
        int width = row.shape().get(1);
        json.writeArray(new long[] {position / width, position % width}, 0, 2);
      }
    }
    json.writeEndArray();
    json.writeFieldName("values");
    array(row.values(), 0, row.values().length);
    json.writeEndObject();
  }

  private void array(double[] numbers, int from, int to) throws IOException {
    json.writeStartArray();
    for (int i = from; i < to; i++) {
      Number number = type.checked(numbers[i]);
      if (number instanceof Long whole) {
        json.writeNumber(whole);
      } else if (number instanceof Float single) {
        json.writeNumber(single);
      } else {
        json.writeNumber(number.doubleValue());
      }
    }
    json.writeEndArray();
  }

  @Override
  public void finish() throws IOException {
    if (written) {
      json.writeRaw('\n');
    }
    json.flush();
  }
}
