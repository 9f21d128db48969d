package io.sentimentstreams.trainer.behave;

import java.util.List;

/** A model that answers texts. */
public interface Respondent {

  /** Returns the name in reports. */
  String name();

  /** Returns an answer per text, in the order of the texts. */
  List<Answer> answers(List<String> texts);
}
