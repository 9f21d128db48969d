package io.sentimentstreams.system.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A dashboard of Grafana.
 *
 * @param name name of its file without the extension
 * @param json content of the file
 * @param variables query variables in the order of their dependencies
 * @param panels panels and rows
 */
public record Dashboard(
    String name, JsonNode json, List<QueryVariable> variables, List<Panel> panels) {

  private static final String ENDING = ".json";
  private static final Path ROOT = Path.of(System.getProperty("repository.root", ".."));

  /** Folder of the dashboards. */
  public static final Path FOLDER = ROOT.resolve("grafana/dashboards");

  /** Returns all dashboards in the order of their names. */
  public static List<Dashboard> all() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(ENDING))
          .sorted()
          .map(Dashboard::read)
          .toList();
    }
  }

  private static Dashboard read(Path file) {
    try {
      JsonNode json = new ObjectMapper().readTree(Files.readString(file));
      String name = file.getFileName().toString();
      return of(name.substring(0, name.length() - ENDING.length()), json);
    } catch (IOException e) {
      throw new IllegalStateException("cannot read dashboard " + file, e);
    }
  }

  /** Creates a dashboard from JSON. */
  public static Dashboard of(String name, JsonNode json) {
    return new Dashboard(
        name,
        json,
        elements(json.path("templating").path("list"))
            .filter(variable -> variable.path("type").asText().equals("query"))
            .map(QueryVariable::of)
            .toList(),
        elements(json.path("panels")).map(Panel::of).toList());
  }

  static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
