package io.sentimentstreams.trainer.data.source;

import io.sentimentstreams.trainer.data.LabelledTexts;
import io.sentimentstreams.trainer.data.Labels;
import io.sentimentstreams.trainer.data.Split;
import io.sentimentstreams.trainer.data.table.ReadSettings;
import io.sentimentstreams.trainer.data.table.RowCollector;
import io.sentimentstreams.trainer.data.table.RowFormat;
import java.nio.file.Path;

/**
 * A table file with reviews, optionally compressed. Each row has a text and a label, and can have
 * an {@code id} and a {@code split}. Without a split column, every row belongs to the train and the
 * test split: use different files for training and evaluation. Bad lines are skipped up to the
 * limit of the settings.
 *
 * @param path the file
 * @param format file format
 * @param settings columns, labels and the limit on bad lines
 */
public record RowFile(Path path, RowFormat format, ReadSettings settings) implements DataSource {

  @Override
  public LabelledTexts read(Split split) {
    split.requireStored();
    return read(split, settings);
  }

  @Override
  public LabelledTexts readValidation(Labels labels) {
    return read(Split.VALIDATION, settings.withLabels(labels));
  }

  private LabelledTexts read(Split split, ReadSettings used) {
    RowCollector rows = new RowCollector(path, split, used);
    RowContent.read(path, format, used, rows);
    return rows.result();
  }
}
