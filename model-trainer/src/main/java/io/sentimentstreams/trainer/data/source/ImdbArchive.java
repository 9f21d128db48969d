package io.sentimentstreams.trainer.data.source;

import io.sentimentstreams.trainer.data.LabelledText;
import io.sentimentstreams.trainer.data.LabelledTexts;
import io.sentimentstreams.trainer.data.Split;
import io.sentimentstreams.trainer.file.Encoding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The Large Movie Review Dataset as the published archive, read in one pass without unpacking to
 * disk. Only regular files with the name of a review are read; links are ignored.
 *
 * @param path a {@code .tar}, {@code .tar.gz}, {@code .tgz}, {@code .tar.xz} or {@code .tar.zst}
 *     file
 * @param encoding encoding of reviews without a byte order mark
 */
public record ImdbArchive(Path path, Encoding encoding) implements DataSource {

  @Override
  public LabelledTexts read(Split split) {
    split.requireStored();
    List<LabelledText> texts = new ArrayList<>();
    ArchiveFiles.read(
        path,
        name -> ImdbLayout.parse(name).filter(review -> review.split() == split),
        (review, bytes) -> texts.add(ImdbLayout.decode(path, review, bytes, encoding)));
    return ImdbLayout.sorted(path, split, texts);
  }
}
