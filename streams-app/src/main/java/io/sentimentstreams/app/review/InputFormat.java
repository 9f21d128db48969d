package io.sentimentstreams.app.review;

import io.sentimentstreams.app.config.Setting;
import io.sentimentstreams.app.config.SettingType;

/** The format of the values of the input topic. */
public enum InputFormat {
  /** The Avro record {@code ReviewEvent}. */
  AVRO("avro"),
  /** A JSON object with the fields of {@code ReviewEvent}. */
  JSON("json"),
  /** The text of the review. */
  TEXT("text");

  public static final Setting<InputFormat> SETTING =
      Setting.of(
              "input.format",
              SettingType.oneOf(values(), format -> format.setting),
              "Format of the reviews: the Avro record ReviewEvent, a JSON object with its fields, or"
                  + " the text only.")
          .withDefault(AVRO);

  private final String setting;

  InputFormat(String setting) {
    this.setting = setting;
  }
}
