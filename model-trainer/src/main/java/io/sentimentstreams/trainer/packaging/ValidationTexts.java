package io.sentimentstreams.trainer.packaging;

import io.sentimentstreams.trainer.data.LabelledText;
import java.util.List;

/**
 * Reviews that a bundle is measured on and that its model did not learn from.
 *
 * @param description for people
 * @param texts the reviews, at least one
 */
public record ValidationTexts(String description, List<LabelledText> texts) {

  public ValidationTexts {
    texts = List.copyOf(texts);
  }
}
