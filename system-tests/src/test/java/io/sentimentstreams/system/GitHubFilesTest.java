package io.sentimentstreams.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Forms and workflows have only keys that GitHub documents, and name only files that exist. */
class GitHubFilesTest {

  private static final Path ROOT = Path.of(System.getProperty("repository.root", ".."));
  private static final Path FOLDER = ROOT.resolve(".github");
  private static final Pattern ACTION = Pattern.compile("[\\w.-]+/[\\w./-]+@v\\d+");
  private static final Pattern SCRIPT = Pattern.compile("\\./([\\w./-]+)");
  private static final Pattern TEST = Pattern.compile("\\b([A-Z]\\w+(?:Test|IT))\\b");

  private static final Set<String> FORM_KEYS =
      Set.of("name", "description", "title", "labels", "assignees", "projects", "type", "body");
  private static final Set<String> ELEMENT_KEYS = Set.of("type", "id", "attributes", "validations");

  /** The attributes of each type of element. */
  private static final Map<String, Set<String>> ATTRIBUTES =
      Map.of(
          "markdown", Set.of("value"),
          "textarea", Set.of("label", "description", "placeholder", "value", "render"),
          "input", Set.of("label", "description", "placeholder", "value"),
          "dropdown", Set.of("label", "description", "multiple", "options", "default"),
          "checkboxes", Set.of("label", "description", "options"));

  @Test
  void issueFormsHaveOnlyDocumentedKeys() throws IOException {
    List<Path> forms =
        files("ISSUE_TEMPLATE").filter(file -> !file.endsWith("config.yml")).toList();

    assertThat(forms).hasSizeGreaterThanOrEqualTo(3);
    for (Path file : forms) {
      JsonNode form = YamlDocuments.read(file);
      assertThat(names(form)).as(file.toString()).isSubsetOf(FORM_KEYS);
      assertThat(form.path("name").asText()).isNotBlank();
      assertThat(form.path("description").asText()).isNotBlank();
      assertThat(form.path("body")).isNotEmpty();
      form.path("body").forEach(element -> assertElement(file, element));
      assertThat(form.path("body").findValuesAsText("id")).doesNotHaveDuplicates();
    }
  }

  @Test
  void workflowsPinActionsByMajorVersionAndRunWhatExists() throws IOException {
    for (Path file : files("workflows").toList()) {
      JsonNode workflow = YamlDocuments.read(file);
      assertThat(workflow.path("permissions").path("contents").asText())
          .as("permissions of " + file)
          .isEqualTo("read");
      for (JsonNode job : workflow.path("jobs")) {
        assertThat(job.has("timeout-minutes")).as("a timeout in " + file).isTrue();
      }
      assertThat(workflow.findValuesAsText("uses"))
          .as(file.toString())
          .isNotEmpty()
          .allSatisfy(action -> assertThat(action).matches(ACTION));
      for (String command : workflow.findValuesAsText("run")) {
        assertThat(matches(SCRIPT, command)).allSatisfy(this::assertExecutable);
        assertThat(matches(TEST, command)).allSatisfy(this::assertTest);
      }
    }
  }

  @Test
  void dependencyUpdatesNameExistingFolders() throws IOException {
    JsonNode updates = YamlDocuments.read(FOLDER.resolve("dependabot.yml")).path("updates");

    assertThat(updates.findValuesAsText("package-ecosystem"))
        .contains("maven", "github-actions", "docker", "pip");
    for (JsonNode update : updates) {
      List<String> folders = new ArrayList<>();
      update.path("directories").forEach(folder -> folders.add(folder.asText()));
      if (update.has("directory")) {
        folders.add(update.path("directory").asText());
      }
      assertThat(folders)
          .isNotEmpty()
          .allSatisfy(
              folder ->
                  assertThat(ROOT.resolve(folder.substring(1).replace("/*", ""))).isDirectory());
    }
  }

  private static void assertElement(Path file, JsonNode element) {
    String type = element.path("type").asText();
    assertThat(names(element)).as(file.toString()).isSubsetOf(ELEMENT_KEYS);
    assertThat(ATTRIBUTES).as(file.toString()).containsKey(type);
    assertThat(names(element.path("attributes")))
        .as("%s in %s", type, file)
        .isSubsetOf(ATTRIBUTES.getOrDefault(type, Set.of()));
    if (!type.equals("markdown")) {
      assertThat(element.path("id").asText()).matches("[A-Za-z0-9_-]+");
      assertThat(element.path("attributes").path("label").asText()).isNotBlank();
    }
    if (type.equals("dropdown")) {
      assertThat(element.path("attributes").path("options")).isNotEmpty().doesNotHaveDuplicates();
    }
  }

  private void assertExecutable(String script) {
    assertThat(ROOT.resolve(script)).isExecutable();
  }

  private void assertTest(String name) {
    try (Stream<Path> sources = Files.walk(ROOT)) {
      assertThat(sources)
          .as("the test " + name)
          .anyMatch(
              file -> file.endsWith(name + ".java") && file.toString().contains("/src/test/java/"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Stream<Path> files(String folder) throws IOException {
    try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
      return files.filter(file -> file.toString().endsWith(".yml")).sorted().toList().stream();
    }
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static List<String> matches(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult found) -> found.group(1)).toList();
  }
}
