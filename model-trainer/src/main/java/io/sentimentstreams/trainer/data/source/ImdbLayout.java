package io.sentimentstreams.trainer.data.source;

import io.sentimentstreams.trainer.data.InvalidDataException;
import io.sentimentstreams.trainer.data.LabelledText;
import io.sentimentstreams.trainer.data.LabelledTexts;
import io.sentimentstreams.trainer.data.ReviewText;
import io.sentimentstreams.trainer.data.Split;
import io.sentimentstreams.trainer.file.Encoding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * File layout of the Large Movie Review Dataset (Maas et al., 2011): {@code
 * aclImdb/{train,test}/{pos,neg}/ID_RATING.txt}.
 */
final class ImdbLayout {

  private static final Pattern REVIEW =
      Pattern.compile("(?:\\./)?(?:aclImdb/)?((train|test)/(pos|neg)/[0-9]{1,9}_[0-9]{1,2})\\.txt");

  private ImdbLayout() {}

  /**
   * Properties of a review that its file name contains.
   *
   * @param id {@code train/pos/127_10}
   */
  record Entry(String id, Split split, boolean positive) {}

  /**
   * Parses the name of a review.
   *
   * @param name with {@code /} between folders; empty is returned for names outside of the layout
   */
  static Optional<Entry> parse(String name) {
    Matcher matcher = REVIEW.matcher(name);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Split split = matcher.group(2).equals(Split.TRAIN.label()) ? Split.TRAIN : Split.TEST;
    return Optional.of(new Entry(matcher.group(1), split, matcher.group(3).equals("pos")));
  }

  /**
   * Decodes a review.
   *
   * @param bytes UTF-8; a length above {@link ReviewText#MAX_BYTES} is rejected
   */
  static LabelledText decode(Path source, Entry entry, byte[] bytes, Encoding encoding) {
    String text = ReviewDecoder.decode(source, entry.id() + ".txt", bytes, encoding);
    return new LabelledText(entry.id(), text, entry.positive());
  }

  /** Sorts the reviews of a split; rejects an empty split and duplicate reviews. */
  static LabelledTexts sorted(Path source, Split split, List<LabelledText> texts) {
    if (texts.isEmpty()) {
      throw new InvalidDataException(
          source,
          "no reviews in " + split.label(),
          "Add files named %1$s/pos/ID_RATING.txt and %1$s/neg/ID_RATING.txt"
              .formatted(split.label()));
    }
    List<LabelledText> sorted = new ArrayList<>(texts);
    sorted.sort(Comparator.comparing(LabelledText::id));
    for (int i = 1; i < sorted.size(); i++) {
      if (sorted.get(i).id().equals(sorted.get(i - 1).id())) {
        throw new InvalidDataException(
            source, "duplicate file " + sorted.get(i).id() + ".txt", "Remove one of the two");
      }
    }
    return LabelledTexts.ofSentiment(sorted);
  }
}
