package io.sentimentstreams.system.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sentimentstreams.app.Main;
import io.sentimentstreams.build.Finding;
import io.sentimentstreams.build.PlainEnglish;
import io.sentimentstreams.quickstart.Quickstart;
import io.sentimentstreams.system.monitoring.Dashboard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Texts for users follow the language rules of {@code docs/style.md}. */
@TestInstance(Lifecycle.PER_CLASS)
class DocumentLanguageTest {

  private static final Pattern TEMPLATE = Pattern.compile("\\{\\{[^}]*}}|\\$\\w+");
  private static final Set<String> PANEL_TEXTS = Set.of("title", "description");

  private final PlainEnglish english;
  private final Map<String, String> help;

  DocumentLanguageTest() throws IOException, InterruptedException {
    help = help();
    english = PlainEnglish.read(Pages.ROOT.resolve("docs/style.md"));
  }

  @Test
  void pagesArePlainEnglish() throws IOException {
    Map<String, String> pages = Pages.all();

    assertThat(pages)
        .containsKeys("README.md", "CHANGELOG.md", "docs/configuration.md", "docs/metrics.md");
    assertThat(findings(pages, english::markdown)).isEmpty();
  }

  @Test
  void helpIsPlainEnglish() {
    assertThat(help).hasSizeGreaterThan(8);
    assertThat(findings(help, english::help)).isEmpty();
  }

  @Test
  void alertsArePlainEnglish() throws IOException {
    Map<String, String> annotations = annotations();

    assertThat(annotations).hasSizeGreaterThan(30);
    assertThat(findings(annotations, english::text)).isEmpty();
  }

  @Test
  void dashboardsArePlainEnglish() throws IOException {
    Map<String, String> texts = panelTexts();

    assertThat(texts).hasSizeGreaterThan(50);
    assertThat(findings(texts, english::text)).isEmpty();
  }

  /** Checks the text of a source. */
  private interface Check {
    List<Finding> check(String source, String text);
  }

  private static List<Finding> findings(Map<String, String> sources, Check check) {
    List<Finding> findings = new ArrayList<>();
    sources.forEach((source, text) -> findings.addAll(check.check(source, text)));
    return findings;
  }

  private static Map<String, String> help() throws IOException, InterruptedException {
    Map<String, String> help =
        HelpOutput.of("streams-app", Main.class, List.of("topics", "dead-letters"));
    help.putAll(HelpOutput.of("quickstart", Quickstart.class, List.of()));
    return help;
  }

  private static Map<String, String> annotations() throws IOException {
    Map<String, String> annotations = new TreeMap<>();
    Path rules = Pages.ROOT.resolve("deploy/prometheus/rules.yml");
    Object yaml = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(rules));
    for (JsonNode group : new ObjectMapper().valueToTree(yaml).path("groups")) {
      for (JsonNode rule : group.path("rules")) {
        for (String key : List.of("summary", "description")) {
          String text = rule.path("annotations").path(key).asText();
          if (!text.isEmpty()) {
            annotations.put(rule.path("alert").asText() + ": " + key, withoutTemplates(text));
          }
        }
      }
    }
    return annotations;
  }

  private static Map<String, String> panelTexts() throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.list(Dashboard.FOLDER)) {
      for (Path file : files.toList()) {
        addTexts(texts, file.getFileName() + "", new ObjectMapper().readTree(file.toFile()));
      }
    }
    return texts;
  }

  private static void addTexts(Map<String, String> texts, String place, JsonNode node) {
    node.properties()
        .forEach(
            field -> {
              String path = place + "." + field.getKey();
              if (PANEL_TEXTS.contains(field.getKey()) && field.getValue().isTextual()) {
                texts.put(path, withoutTemplates(field.getValue().asText()));
              } else {
                addTexts(texts, path, field.getValue());
              }
            });
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        addTexts(texts, place + "[" + i + "]", node.get(i));
      }
    }
  }

  private static String withoutTemplates(String text) {
    return TEMPLATE.matcher(text).replaceAll(Matcher.quoteReplacement("Value"));
  }
}
