package io.sentimentstreams.trainer.file;

import java.nio.file.Path;

/** Content that a text file should have, which determines the remedy for another file. */
public enum TextContent {
  /** A table of reviews. */
  ROWS("Use a .csv, .tsv, .json or .jsonl file"),
  /** Word vectors. */
  VECTORS("Use a file with a token and its numbers per line"),
  /** A tokenizer of Keras. */
  TOKENIZER("Use a file that to_json() of Keras wrote"),
  /** One text or sequence per line. */
  LINES("Use a file with one text per line"),
  /** One review. */
  REVIEW("Use a file with the text of the review"),
  /** A vocabulary. */
  VOCABULARY(
      "Use a JSON object of tokens and indices, a JSON array of tokens, a text file with one token"
          + " per line, or a tokenizer.json of Hugging Face"),
  /** Probabilities of a teacher. */
  SOFT_LABELS("Use JSON lines, or a tab-separated table, of texts and probabilities"),
  /** Scores of another model. */
  SAMPLES("Use a file with a JSON object per line");

  private static final String JSON_LINES = ".to_json('%s.jsonl', orient='records', lines=True)";

  private final String remedy;

  TextContent(String remedy) {
    this.remedy = remedy;
  }

  /** Returns an instruction for a file with other content, without a full stop. */
  public String remedy() {
    return remedy;
  }

  /** Returns whether any text is valid, so that HTML is. */
  boolean isFreeText() {
    return this == LINES || this == REVIEW;
  }

  /** Returns an instruction for a file of this kind, without a full stop. */
  String remedy(FileKind kind, Path path) {
    String file = path.toString().replaceAll("[\\p{Cntrl}'\"$`\\\\]", "?");
    return switch (kind) {
      case ZIP -> "Unpack it: unzip '%s'".formatted(file);
      case TAR -> "Unpack it: tar -xf '%s'".formatted(file);
      case SEVEN_ZIP -> "Unpack it: 7z x '%s'".formatted(file);
      case RAR -> "Unpack it: unrar x '%s'".formatted(file);
      case LZ4 -> "Decompress it: lz4 -d '%s'".formatted(file);
      case SNAPPY -> "Decompress it: python -m snappy -d '%1$s' '%1$s.txt'".formatted(file);
      case LZIP -> "Decompress it: lzip -d '%s'".formatted(file);
      case COMPRESS -> "Decompress it: uncompress '%s'".formatted(file);
      case HTML -> "Download the file itself; this is a page of a website";
      case LFS_POINTER -> "Download the file: git lfs pull";
      case PICKLE -> ofPickle(file);
      case PARQUET -> fromPandas("read_parquet", file);
      case ORC -> fromPandas("read_orc", file);
      case ARROW ->
          this == ROWS
              ? "Convert it: python -c \"import datasets; datasets.Dataset.from_file('%1$s').to_json('%1$s.jsonl')\""
                  .formatted(file)
              : remedy;
      case EXCEL, OFFICE -> fromPandas("read_excel", file);
      case HDF5 -> fromPandas("read_hdf", file);
      case SQLITE ->
          "Export the table: sqlite3 -header -csv '%1$s' 'SELECT * FROM reviews' > '%1$s.csv'"
              .formatted(file);
      case FASTTEXT ->
          this == VECTORS ? "Use the file .vec, which fastText writes next to the model" : remedy;
      default -> remedy;
    };
  }

  private String ofPickle(String file) {
    return switch (this) {
      case TOKENIZER ->
          "Convert it: python -c \"import pickle; print(pickle.load(open('%1$s', 'rb')).to_json())\" > '%1$s.json'"
              .formatted(file);
      case VECTORS ->
          "Convert it: python -c \"import gensim; gensim.models.KeyedVectors.load('%1$s').save_word2vec_format('%1$s.txt')\""
              .formatted(file);
      default -> fromPandas("read_pickle", file);
    };
  }

  private String fromPandas(String reader, String file) {
    return this == ROWS
        ? "Convert it: python -c \"import pandas; pandas.%1$s('%2$s')%3$s\""
            .formatted(reader, file, JSON_LINES.formatted(file))
        : remedy;
  }
}
