package io.sentimentstreams.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.sentimentstreams.app.Settings;
import io.sentimentstreams.app.admin.AclReference;
import io.sentimentstreams.app.admin.ConnectionSettings;
import io.sentimentstreams.app.admin.FeatureTopic;
import io.sentimentstreams.app.config.SettingsReference;
import io.sentimentstreams.app.item.ItemTopics;
import io.sentimentstreams.app.metrics.MetricsReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** With {@code -Ddocs.write=true} the pages are written instead of compared. */
class ReferencePagesTest {

  private static final Path DOCS = Path.of("..", "docs");

  @Test
  void configurationPageIsWhatTheDefinitionSays() throws IOException {
    compareOrWrite("configuration.md", SettingsReference.markdown(Settings.GROUPS));
  }

  @Test
  void metricsPageIsWhatTheDefinitionSays() throws IOException {
    compareOrWrite("metrics.md", MetricsReference.markdown());
  }

  @Test
  void theTableOfRightsIsWhatTheyAre() throws IOException {
    List<FeatureTopic> itemTopics =
        ItemTopics.of(
                ConnectionSettings.APPLICATION_ID.name().file(),
                ItemTopics.TOPIC_OF_SCORES.name().file(),
                ItemTopics.TOPIC.name().file(),
                Duration.ZERO)
            .required();
    String page = Files.readString(DOCS.resolve("security.md"));
    String begin = "<!-- rights: generated -->\n";
    int from = page.indexOf(begin) + begin.length();
    int to = page.indexOf("<!-- end of rights -->", from);
    compareOrWrite(
        "security.md",
        page.substring(0, from) + AclReference.markdown(itemTopics) + page.substring(to));
  }

  private static void compareOrWrite(String page, String markdown) throws IOException {
    Path file = DOCS.resolve(page);
    if (Boolean.getBoolean("docs.write")) {
      Files.createDirectories(DOCS);
      Files.writeString(file, markdown);
    }
    assertThat(file)
        .as("Stale page. Regenerate it with -Ddocs.write=true.")
        .content()
        .isEqualTo(markdown);
  }
}
