package io.sentimentstreams.app.page;

import io.sentimentstreams.app.config.Setting;
import io.sentimentstreams.app.config.SettingGroup;
import io.sentimentstreams.app.config.SettingType;
import io.sentimentstreams.app.config.SettingValues;
import java.util.List;
import java.util.Optional;

/**
 * The status page with its API, and their settings.
 *
 * @param enabled whether they are served; empty for requests of the local machine only
 * @param texts whether the page shows the texts of the latest reviews
 */
public record PageSettings(Optional<Boolean> enabled, boolean texts) {

  public static final Setting<Boolean> ENABLED =
      Setting.of(
          "http.page.enabled",
          SettingType.BOOLEAN,
          "Whether the status page at / and its scoring API are served, without authentication. If"
              + " it is not set, they are served only if http.host is a loopback address, and only"
              + " to requests for a loopback name.");

  public static final Setting<Boolean> TEXTS =
      Setting.of(
              "http.page.texts",
              SettingType.BOOLEAN,
              "Whether the status page shows texts and identifiers of the latest reviews.")
          .withDefault(false);

  public static final SettingGroup GROUP = new SettingGroup("Status page", List.of(ENABLED, TEXTS));

  /**
   * Returns the settings of the page.
   *
   * @param values without errors
   */
  public static PageSettings of(SettingValues values) {
    return new PageSettings(values.find(ENABLED), values.get(TEXTS));
  }
}
