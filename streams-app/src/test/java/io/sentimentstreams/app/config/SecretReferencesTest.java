package io.sentimentstreams.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sentimentstreams.app.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretReferencesTest {

  private final Path folder;

  SecretReferencesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void aFileOfAFolderIsTakenWithoutItsLastLineBreak() throws IOException {
    Files.writeString(folder.resolve("password"), "hunter2\n");

    assertThat(resolved("user=\"u\" password=\"${directory:%s:password}\";".formatted(folder)))
        .isEqualTo("user=\"u\" password=\"hunter2\";");
  }

  @Test
  void aKeyOfAPropertiesFileIsTaken() throws IOException {
    Path file = Files.writeString(folder.resolve("secrets.properties"), "user=u\npassword=$1\\\\2");

    assertThat(resolved("${file:%s:user} ${file:%s:password}".formatted(file, file)))
        .isEqualTo("u $1\\2");
  }

  @Test
  void aVariableOfTheEnvironmentIsTaken() {
    String path = System.getenv("PATH");

    assertThat(resolved("${env:PATH}")).isEqualTo(path);
  }

  @Test
  void whatIsLookedUpIsNotLookedUpAgain() throws IOException {
    Files.writeString(folder.resolve("password"), "${env:PATH}");

    assertThat(resolved("${directory:%s:password}".formatted(folder))).isEqualTo("${env:PATH}");
  }

  @Test
  void othersAreLeftToKafka() {
    assertThat(resolved("${vault:kafka:password}")).isEqualTo("${vault:kafka:password}");
  }

  @Test
  void aReferenceToNothingIsNamed() {
    for (String reference :
        new String[] {
          "${env:NO_SUCH_VARIABLE}",
          "${file:%s/none.properties:key}".formatted(folder),
          "${directory:%s:none}".formatted(folder),
          "${directory:%s}".formatted(folder),
        }) {
      assertThatThrownBy(() -> resolved(reference))
          .isInstanceOf(ConfigException.class)
          .hasMessageContaining(reference);
    }
  }

  @Test
  void aReferenceToNothingIsAFaultOfTheSettings() {
    InvalidConfigException invalid =
        catchThrowableOfType(
            InvalidConfigException.class,
            () -> settings("user=\"u\" password=\"${directory:%s:none}\";".formatted(folder)));

    assertThat(invalid)
        .hasMessageStartingWith("kafka.sasl.jaas.config: '(hidden)', ")
        .hasMessageContaining("${directory:%s:none}".formatted(folder));
  }

  @Test
  void settingsKeepTheReferenceNotTheSecret() throws IOException {
    Files.writeString(folder.resolve("password"), "hunter2");

    Settings settings = settings("${directory:%s:password}".formatted(folder));

    assertThat(settings.connection().kafka().toString()).doesNotContain("hunter2");
  }

  private static String resolved(String value) {
    return SecretReferences.resolved(Map.of("name", value)).getOrDefault("name", "");
  }

  private static Settings settings(String jaas) {
    return Settings.of(
        Map.of("bootstrap.servers", "k:1", "bundle", "b.zip", "kafka.sasl.jaas.config", jaas));
  }
}
