package io.sentimentstreams.app.deadletter;

import io.sentimentstreams.app.config.Setting;
import io.sentimentstreams.app.config.SettingType;

/** Whether a dead letter contains the value that could not be scored. */
public enum DeadLetterText {
  /** It contains the value and can be replayed. */
  KEEP("keep"),
  /** It contains the value's SHA-256, so that no text is stored in the dead-letter topic. */
  DROP("drop");

  public static final Setting<DeadLetterText> SETTING =
      Setting.of(
              "dead.letters.text",
              SettingType.oneOf(values(), text -> text.setting),
              "Whether a dead letter keeps the value that could not be scored, or its SHA-256 only."
                  + " A dropped value cannot be replayed.")
          .withDefault(KEEP);

  private final String setting;

  DeadLetterText(String setting) {
    this.setting = setting;
  }
}
