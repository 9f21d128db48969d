package io.sentimentstreams.quickstart.review;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Iterator;
import org.apache.commons.csv.CSVFormat;

/** The formats of files with reviews. The iterators throw {@link InvalidRowException}. */
enum RowFormat {
  /** Comma-separated values with quotes (RFC 4180) and a header. */
  CSV {
    @Override
    Iterator<FileRow> rows(Reader in) throws IOException {
      return TableRows.of(in, CSVFormat.RFC4180);
    }
  },
  /** Tab-separated values with a header; quotes have no special meaning. */
  TSV {
    @Override
    Iterator<FileRow> rows(Reader in) throws IOException {
      return TableRows.of(in, CSVFormat.RFC4180.builder().setDelimiter('\t').setQuote(null).get());
    }
  },
  /** One JSON object per line. */
  JSON_LINES {
    @Override
    Iterator<FileRow> rows(Reader in) {
      return new JsonRows(new BufferedReader(in));
    }
  };

  static final String TEXT = "text";
  static final String LABEL = "label";
  static final String LANGUAGE = "language";

  /** Returns the rows of a file, which are read as the iterator advances. */
  abstract Iterator<FileRow> rows(Reader in) throws IOException;
}
