package io.sentimentstreams.trainer.data.table;

import io.sentimentstreams.trainer.file.Encoding;
import java.util.Optional;

/**
 * Layout of a table file.
 *
 * @param encoding encoding of the text
 * @param delimiter character between columns, with optional quotes around them; empty for the
 *     delimiter of the file extension
 * @param hasHeader whether the first row has the names of the columns; otherwise they are numbered
 *     from 1
 * @param id column with the id of a review
 * @param split column with the name of a split
 * @param domain column with the domain of a review
 */
public record FileLayout(
    Encoding encoding,
    Optional<Character> delimiter,
    boolean hasHeader,
    ColumnChoice id,
    ColumnChoice split,
    ColumnChoice domain) {

  /** UTF-8 with a header, and with the columns {@code id} and {@code split} if they exist. */
  public static final FileLayout STANDARD =
      new FileLayout(
          Encoding.STANDARD,
          Optional.empty(),
          true,
          ColumnChoice.standard("id"),
          ColumnChoice.standard("split"),
          ColumnChoice.ABSENT);

  /** Creates a layout without a column of domains. */
  public FileLayout(
      Encoding encoding,
      Optional<Character> delimiter,
      boolean hasHeader,
      ColumnChoice id,
      ColumnChoice split) {
    this(encoding, delimiter, hasHeader, id, split, ColumnChoice.ABSENT);
  }

  /** Returns this layout with other columns; empty for the default. */
  public FileLayout withColumns(Optional<String> idColumn, Optional<String> splitColumn) {
    return new FileLayout(
        encoding,
        delimiter,
        hasHeader,
        idColumn.map(ColumnChoice::typed).orElse(id),
        splitColumn.map(ColumnChoice::typed).orElse(split),
        domain);
  }

  /** Returns this layout with a column of domains, which must exist. */
  public FileLayout withDomain(String column) {
    return new FileLayout(
        encoding, delimiter, hasHeader, id, split, new ColumnChoice(Optional.of(column), true));
  }

  /** Returns this layout for files that contain one split each. */
  FileLayout withoutSplit() {
    return new FileLayout(encoding, delimiter, hasHeader, id, ColumnChoice.ABSENT, domain);
  }
}
