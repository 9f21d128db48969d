package io.sentimentstreams.trainer.pipeline;

import io.sentimentstreams.model.scoring.NetworkInput;
import io.sentimentstreams.trainer.data.LabelledText;
import io.sentimentstreams.trainer.distill.PseudoLabels;
import io.sentimentstreams.trainer.softlabel.SoftLabels;
import io.sentimentstreams.trainer.softlabel.SoftTarget;
import io.sentimentstreams.trainer.train.batch.Example;
import java.util.ArrayList;
import java.util.List;

/**
 * Converter of reviews into training examples. Reviews without a known word have no timestep and
 * are left out.
 *
 * @param input converts texts into token indices
 * @param classes number of labels
 */
record Examples(NetworkInput input, int classes) {

  /** Returns labelled examples; a soft label changes the target of its text. */
  List<Example> of(List<LabelledText> texts, SoftLabels soft) {
    List<Example> examples = new ArrayList<>();
    for (LabelledText text : texts) {
      int[] ids = input.read(text.text()).ids();
      if (ids.length > 0) {
        examples.add(
            soft.target(text)
                .map(target -> new Example(ids, floats(target)))
                .orElseGet(() -> Example.labelled(ids, text.label(), classes)));
      }
    }
    return examples;
  }

  /** Returns examples with labels. */
  List<Example> of(List<LabelledText> texts) {
    return of(texts, SoftLabels.none());
  }

  /** Returns examples whose targets come from teachers. */
  List<Example> of(TaughtTexts taught) {
    List<Example> examples = new ArrayList<>();
    for (SoftTarget soft : taught.softLabels().additional()) {
      int[] ids = input.read(soft.text()).ids();
      if (ids.length > 0) {
        examples.add(new Example(ids, floats(soft.target()), (float) soft.weight()));
      }
    }
    PseudoLabels pseudoLabels = taught.pseudoLabels();
    for (int i = 0; i < pseudoLabels.texts().size(); i++) {
      int[] ids = input.read(pseudoLabels.texts().get(i)).ids();
      if (ids.length > 0) {
        examples.add(new Example(ids, floats(pseudoLabels.targets()[i])));
      }
    }
    return examples;
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }
}
