package io.sentimentstreams.app.config;

import java.util.List;

/**
 * The settings of one feature.
 *
 * @param title the heading in help and reference
 * @param settings in the order of help and reference
 */
public record SettingGroup(String title, List<Setting<?>> settings) {

  public SettingGroup {
    settings = List.copyOf(settings);
  }
}
