package io.sentimentstreams.app.config;

import java.util.List;

/**
 * The settings of one feature.
 *
 * @param title the heading in help and reference
 * @param settings in the order of help and reference
 * @param families settings whose names the user chooses, after the others
 */
public record SettingGroup(
    String title, List<Setting<?>> settings, List<SettingFamily<?>> families) {

  public SettingGroup {
    settings = List.copyOf(settings);
    families = List.copyOf(families);
  }

  /** Creates a group of settings with fixed names. */
  public SettingGroup(String title, List<Setting<?>> settings) {
    this(title, settings, List.of());
  }
}
