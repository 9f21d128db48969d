package io.sentimentstreams.model.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Comparison with recorded results of Keras. */
class KerasGoldenTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String DIRECTORY_PROPERTY = "golden.dir";
  private static final String DEFAULT_DIRECTORY = "../shared/golden";

  @TestFactory
  Stream<DynamicNode> answersAsKerasDoesOnTextsOfOurOwn() throws IOException {
    Path own = Path.of("src/test/resources/golden/keras-text-own.json.gz").toAbsolutePath();
    return Stream.of(cases(own));
  }

  @TestFactory
  Stream<DynamicNode> answersAsKerasDoesOnEveryFileOfTheGoldenFolder() throws IOException {
    Path root = Path.of(System.getProperty("project.root", ".."));
    String given = System.getProperty(DIRECTORY_PROPERTY);
    Path folder = root.resolve(Optional.ofNullable(given).orElse(DEFAULT_DIRECTORY)).normalize();
    if (given == null && !Files.isDirectory(folder)) {
      // Nobody asked for more than our own texts.
      return Stream.empty();
    }
    List<Path> files;
    try (Stream<Path> listed = Files.list(folder)) {
      files = listed.filter(file -> file.toString().endsWith(".json.gz")).sorted().toList();
    }
    assertThat(files).as("*.json.gz in " + folder).isNotEmpty();
    return files.stream().map(KerasGoldenTest::cases);
  }

  private static DynamicContainer cases(Path file) {
    JsonNode cases = read(file).path("cases");
    assertThat(cases).as("cases of " + file).isNotEmpty();
    List<DynamicTest> tests = new ArrayList<>();
    for (JsonNode each : cases) {
      String name =
          "%d %s %s"
              .formatted(tests.size(), each.path("call").asText(), each.path("name").asText());
      tests.add(DynamicTest.dynamicTest(name, () -> check(each)));
    }
    return DynamicContainer.dynamicContainer(file.getFileName().toString(), tests);
  }

  private static JsonNode read(Path file) {
    try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return MAPPER.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }

  private static void check(JsonNode each) throws JsonProcessingException {
    String call = each.path("call").asText();
    switch (call) {
      case "tokenizer" -> checkTokenizer(each);
      case "pad_sequences" ->
          assertThat(padding(each.path("args")).pad(sequences(each.path("sequences"))))
              .isDeepEqualTo(sequences(each.path("result")).toArray(int[][]::new));
      case "hashing_trick_md5" ->
          assertThat(
                  new HashingTrick(
                          TokenizerSettings.keras(), HashFunction.MD5, each.path("n").asInt())
                      .sequence(each.path("text").asText()))
              .containsExactly(ints(each.path("result")));
      case "text_to_word_sequence" ->
          assertThat(
                  Tokenizer.fit(TokenizerSettings.keras(), List.of())
                      .tokens(each.path("text").asText()))
              .isEqualTo(strings(each.path("result")));
      default -> throw new AssertionError("a call that is not known: " + call);
    }
  }

  private static void checkTokenizer(JsonNode each) throws JsonProcessingException {
    Tokenizer tokenizer = Tokenizer.fit(settings(each.path("config")), strings(each.path("fit")));
    List<String> query = strings(each.path("query"));

    assertThat(List.copyOf(tokenizer.wordIndex().entrySet()))
        .as("word_index")
        .isEqualTo(List.copyOf(counts(each.path("word_index")).entrySet()));
    assertThat(List.copyOf(tokenizer.wordCounts().entrySet()))
        .as("word_counts")
        .isEqualTo(List.copyOf(counts(each.path("word_counts")).entrySet()));
    assertThat(tokenizer.wordDocs()).as("word_docs").isEqualTo(counts(each.path("word_docs")));
    assertThat(tokenizer.documentCount()).isEqualTo(each.path("document_count").asInt());

    List<int[]> sequences = query.stream().map(tokenizer::sequence).toList();
    assertThat(sequences.toArray(int[][]::new))
        .as("sequences")
        .isDeepEqualTo(sequences(each.path("sequences")).toArray(int[][]::new));
    assertThat(sequences.stream().map(tokenizer::text).toList())
        .as("texts")
        .isEqualTo(strings(each.path("texts")));
    checkJson(tokenizer, each.path("json").asText(), query, sequences);
    checkTrimmed(tokenizer.trimmed(), query, sequences);
    checkMatrices(tokenizer, query, each);
  }

  private static void checkJson(
      Tokenizer tokenizer, String json, List<String> query, List<int[]> sequences)
      throws JsonProcessingException {
    String written = KerasTokenizerJson.write(tokenizer);
    assertThat(unwrapped(written)).as("json").isEqualTo(unwrapped(json));
    Tokenizer read = KerasTokenizerJson.read(json);
    assertThat(query.stream().map(read::sequence).toArray(int[][]::new))
        .as("sequences of the tokenizer read from JSON")
        .isDeepEqualTo(sequences.toArray(int[][]::new));
    assertThat(unwrapped(KerasTokenizerJson.write(read)))
        .as("json of the tokenizer read from JSON")
        .isEqualTo(unwrapped(json));
  }

  private static void checkTrimmed(Tokenizer trimmed, List<String> query, List<int[]> sequences) {
    assertThat(query.stream().map(trimmed::sequence).toArray(int[][]::new))
        .as("sequences of the trimmed tokenizer")
        .isDeepEqualTo(sequences.toArray(int[][]::new));
  }

  /** Returns a tokenizer's JSON with its nested documents parsed. */
  private static Map<String, Object> unwrapped(String json) throws JsonProcessingException {
    Map<String, Object> unwrapped = new LinkedHashMap<>();
    JsonNode root = MAPPER.readTree(json);
    unwrapped.put("class_name", root.path("class_name"));
    for (Map.Entry<String, JsonNode> field : root.path("config").properties()) {
      boolean document = field.getKey().startsWith("word_") || field.getKey().startsWith("index_");
      unwrapped.put(
          field.getKey(), document ? MAPPER.readTree(field.getValue().asText()) : field.getValue());
    }
    return unwrapped;
  }

  private static void checkMatrices(Tokenizer tokenizer, List<String> query, JsonNode each) {
    if (each.has("matrix_error")) {
      assertThatThrownBy(() -> new TextMatrix(tokenizer, MatrixMode.BINARY))
          .isInstanceOf(IllegalArgumentException.class);
      return;
    }
    // Empty if the matrix would be as wide as a real vocabulary.
    for (Map.Entry<String, JsonNode> expected : each.path("matrix").properties()) {
      MatrixMode mode = MatrixMode.valueOf(expected.getKey().toUpperCase(Locale.ROOT));
      TextMatrix matrix = new TextMatrix(tokenizer, mode);
      assertThat(expected.getValue().size()).isEqualTo(query.size());
      for (int i = 0; i < query.size(); i++) {
        double[] row = MAPPER.convertValue(expected.getValue().get(i), double[].class);
        assertThat(matrix.row(query.get(i)))
            .as("%s of %s", mode, query.get(i))
            .containsExactly(row, Offset.offset(1e-9));
      }
    }
  }

  private static TokenizerSettings settings(JsonNode config) {
    TokenizerSettings keras = TokenizerSettings.keras();
    return new TokenizerSettings(
        Optional.ofNullable(config.get("num_words")).map(JsonNode::asInt),
        config.path("filters").asText(keras.filters()),
        config.path("lower").asBoolean(keras.lower()),
        config.path("split").asText(keras.split()),
        config.path("char_level").asBoolean(keras.charLevel()),
        Optional.ofNullable(config.get("oov_token")).map(JsonNode::asText));
  }

  private static Padding padding(JsonNode args) {
    return new Padding(
        Optional.ofNullable(args.get("maxlen")).map(JsonNode::asInt),
        side(args.path("padding")),
        side(args.path("truncating")),
        args.path("value").asInt(0));
  }

  private static Side side(JsonNode name) {
    return Side.valueOf(name.asText("pre").toUpperCase(Locale.ROOT));
  }

  private static Map<String, Integer> counts(JsonNode node) {
    return MAPPER.convertValue(node, new TypeReference<LinkedHashMap<String, Integer>>() {});
  }

  private static List<String> strings(JsonNode node) {
    return MAPPER.convertValue(node, new TypeReference<List<String>>() {});
  }

  private static List<int[]> sequences(JsonNode node) {
    return MAPPER.convertValue(node, new TypeReference<List<int[]>>() {});
  }

  private static int[] ints(JsonNode node) {
    return MAPPER.convertValue(node, int[].class);
  }
}
