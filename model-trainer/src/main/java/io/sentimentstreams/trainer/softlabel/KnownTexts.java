package io.sentimentstreams.trainer.softlabel;

import io.sentimentstreams.trainer.data.LabelledText;
import io.sentimentstreams.trainer.data.ValidationSplit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The texts to which ids can refer.
 *
 * @param byId texts of the training split, the validation split and the reviews without labels
 * @param training ids of the training split
 * @param heldOut ids of the normalized texts of the validation split
 */
record KnownTexts(Map<Long, String> byId, Set<Long> training, Set<Long> heldOut) {

  /**
   * Collects texts.
   *
   * @param parts labelled texts
   * @param unlabelled texts without labels
   */
  static KnownTexts of(ValidationSplit parts, List<String> unlabelled) {
    Map<Long, String> byId = new HashMap<>();
    unlabelled.forEach(text -> byId.put(TextId.of(text), text));
    Set<Long> heldOut = new HashSet<>();
    for (LabelledText each : parts.validation()) {
      byId.put(TextId.of(each.text()), each.text());
      heldOut.add(TextId.ofNormalized(each.text()));
    }
    Set<Long> training = new HashSet<>();
    for (LabelledText each : parts.training()) {
      long id = TextId.of(each.text());
      byId.put(id, each.text());
      training.add(id);
    }
    return new KnownTexts(byId, training, heldOut);
  }

  /** Returns the text of a row; empty if its id is unknown. */
  Optional<String> text(SoftLabelRow row) {
    return row.text().or(() -> Optional.ofNullable(byId.get(row.id())));
  }

  /** Returns whether a text is in the validation split, apart from case and punctuation. */
  boolean isHeldOut(String text) {
    return heldOut.contains(TextId.ofNormalized(text));
  }
}
