package io.sentimentstreams.trainer.vectorize;

import java.io.IOException;
import java.io.Writer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Writer of rows as CSV (RFC 4180) without a header: one line per row, in row-major order for rows
 * with two dimensions.
 */
public final class CsvRowWriter implements RowWriter {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

  private final CSVPrinter csv;
  private final NumberType type;

  public CsvRowWriter(Writer out, NumberType type) throws IOException {
    csv = new CSVPrinter(out, FORMAT);
    this.type = type;
  }

  @Override
  public void write(VectorizedRow row) throws IOException {
    if (row instanceof VectorizedRow.Numbers numbers) {
      print(numbers.values());
    } else if (row instanceof VectorizedRow.Sparse sparse) {
      print(sparse.dense());
    } else if (row instanceof VectorizedRow.Words words) {
      csv.printRecord(words.words());
    } else if (row instanceof VectorizedRow.Text text) {
      csv.printRecord(text.text());
    } else {
      throw new IllegalArgumentException(
          "Word counts cannot be written as CSV. Use --format json.");
    }
  }

  private void print(double[] numbers) throws IOException {
    for (double number : numbers) {
      csv.print(type.checked(number));
    }
    csv.println();
  }

  @Override
  public void finish() throws IOException {
    csv.flush();
  }
}
