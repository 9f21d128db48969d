package io.sentimentstreams.app;

import io.sentimentstreams.app.config.Check;
import io.sentimentstreams.app.config.Setting;
import io.sentimentstreams.app.config.SettingGroup;
import io.sentimentstreams.app.config.SettingType;
import io.sentimentstreams.app.config.SettingValues;
import io.sentimentstreams.app.page.PageSettings;
import java.util.List;

/**
 * The HTTP endpoint, and its settings.
 *
 * @param host the name or address to listen on
 * @param port the port, 0 to 65535; 0 for a free one
 * @param page the status page
 */
public record HttpSettings(String host, int port, PageSettings page) {

  public static final Setting<String> HOST =
      Setting.of(
              "http.host",
              SettingType.STRING,
              "Address on which metrics and health are served, without authentication.")
          .checkedBy(Check.NOT_BLANK)
          .withDefault("127.0.0.1");

  public static final Setting<Integer> PORT =
      Setting.of(
              "http.port",
              SettingType.INT,
              "Port on which metrics and health are served; 0 for a free port.")
          .checkedBy(Check.between(0, 65_535))
          .withDefault(9404);

  public static final SettingGroup GROUP = new SettingGroup("HTTP endpoint", List.of(HOST, PORT));

  /**
   * Returns the settings of the endpoint.
   *
   * @param values without errors
   */
  static HttpSettings of(SettingValues values) {
    return new HttpSettings(values.get(HOST), values.get(PORT), PageSettings.of(values));
  }
}
