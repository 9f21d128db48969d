package io.sentimentstreams.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** YAML documents as trees, with resolved anchors and merge keys. Duplicate keys are errors. */
final class YamlDocuments {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private YamlDocuments() {}

  /** Returns the only document of a file. */
  static JsonNode read(Path file) throws IOException {
    List<JsonNode> documents = parse(Files.readString(file));
    if (documents.size() != 1) {
      throw new IOException(
          "expected 1 document in %s, found %d".formatted(file, documents.size()));
    }
    return documents.get(0);
  }

  /** Returns all documents in a text. */
  static List<JsonNode> parse(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    Iterable<Object> documents = new Yaml(new SafeConstructor(options)).loadAll(text);
    return StreamSupport.stream(documents.spliterator(), false)
        .map(document -> MAPPER.<JsonNode>valueToTree(document))
        .toList();
  }
}
