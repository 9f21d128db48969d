package io.sentimentstreams.trainer.provenance;

import java.util.SortedMap;

/** Facts about how a model was made. */
public sealed interface Provenance permits TrainingProvenance, ImportProvenance {

  /** Returns the facts by name, as a manifest contains them. */
  SortedMap<String, String> toFacts();
}
