package io.sentimentstreams.trainer.data.source;

import io.sentimentstreams.trainer.data.InvalidDataException;
import io.sentimentstreams.trainer.data.LabelledTexts;
import io.sentimentstreams.trainer.data.Labels;
import io.sentimentstreams.trainer.data.Split;
import io.sentimentstreams.trainer.data.table.ReadSettings;
import java.nio.file.Path;

/**
 * Source of labelled reviews. Immutable; each call reads the files again. File content is
 * untrusted: sizes are limited, nothing is written, and links are not followed.
 */
public sealed interface DataSource permits ImdbFolder, ImdbArchive, RowFile, RowFolder {

  /** Returns the file or folder. */
  Path path();

  /**
   * Reads one split.
   *
   * @return at least one review, sorted by id regardless of the order of the files
   * @throws IllegalArgumentException for {@link Split#VALIDATION}, which training selects
   * @throws InvalidDataException if the split is missing or invalid
   */
  LabelledTexts read(Split split);

  /**
   * Reads the validation split that the data set contains.
   *
   * @param labels labels of the train split
   * @return at least one review, sorted by id
   * @throws InvalidDataException if the split is missing or invalid
   */
  default LabelledTexts readValidation(Labels labels) {
    throw new InvalidDataException(path(), "no validation split", "Use the train or test split");
  }

  /** Returns a source with the default settings. */
  static DataSource of(Path path) {
    return of(path, ReadSettings.standard());
  }

  /**
   * Returns the source for a path: a folder, a tar archive or a table file.
   *
   * @param settings for table files; the encoding also for folders and archives of reviews
   * @throws InvalidDataException if the path does not exist or has an unknown format
   */
  static DataSource of(Path path, ReadSettings settings) {
    return DataSourceFinder.of(path, settings);
  }
}
