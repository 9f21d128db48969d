package io.sentimentstreams.trainer.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The Large Movie Review Dataset as the archive it is published in, read in one pass without
 * unpacking it. Only plain files with the name of a review are looked at; links are not.
 *
 * @param path a {@code .tar}, {@code .tar.gz}, {@code .tgz}, {@code .tar.xz} or {@code .tar.zst}
 *     file
 */
public record ImdbArchive(Path path) implements DataSource {

  @Override
  public LabelledTexts read(Split split) {
    split.requireStored();
    List<LabelledText> texts = new ArrayList<>();
    ArchiveFiles.read(
        path,
        name -> ImdbLayout.recognise(name).filter(review -> review.split() == split),
        (review, bytes) -> texts.add(ImdbLayout.decode(path, review, bytes)));
    return ImdbLayout.sorted(path, split, texts);
  }
}
