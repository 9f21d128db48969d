package io.sentimentstreams.trainer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Results of the vectorize command compared with those of Keras. */
class VectorizeGoldenTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String CASES = "text-model/src/test/resources/golden/keras-text-own.json.gz";
  private static final List<String> MATRICES = List.of("binary", "count", "freq", "tfidf");

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> answersAsKerasDoes() throws IOException {
    Path file = Path.of(System.getProperty("project.root", "..")).resolve(CASES);
    JsonNode cases;
    try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      cases = MAPPER.readTree(in).path("cases");
    }
    assertThat(cases).isNotEmpty();
    return StreamSupport.stream(cases.spliterator(), false)
        .map(each -> DynamicTest.dynamicTest(name(each), () -> check(each)));
  }

  private static String name(JsonNode each) {
    return each.path("call").asText() + " " + each.path("name").asText();
  }

  private void check(JsonNode each) throws IOException {
    switch (each.path("call").asText()) {
      case "tokenizer" -> checkTokenizer(each);
      case "pad_sequences" -> checkPadding(each);
      case "hashing_trick_md5" ->
          assertThat(
                  vectorize(
                      "--mode",
                      "hashing",
                      "--hash",
                      "md5",
                      "--space",
                      each.path("n").asText(),
                      "--input",
                      "json",
                      text(each)))
              .containsExactly(each.path("result"));
      case "text_to_word_sequence" ->
          assertThat(vectorize("--mode", "tokens", "--input", "json", text(each)))
              .containsExactly(each.path("result"));
      default -> throw new AssertionError("a call that is not known: " + each.path("call"));
    }
  }

  private String text(JsonNode each) throws IOException {
    return Files.writeString(folder.resolve("text.json"), each.path("text").toString()).toString();
  }

  private void checkPadding(JsonNode each) throws IOException {
    JsonNode args = each.path("args");
    List<String> typed = new ArrayList<>(List.of("--mode", "sequence", "--input", "sequences"));
    typed.addAll(List.of("--max-length", args.path("maxlen").asText("longest")));
    for (String name : List.of("padding", "truncating", "value")) {
      if (args.has(name)) {
        typed.add("--%s=%s".formatted(name, args.path(name).asText()));
      }
    }
    typed.add(lines("sequences.json", each.path("sequences")));
    assertThat(vectorize(typed.toArray(String[]::new))).isEqualTo(list(each.path("result")));
  }

  private void checkTokenizer(JsonNode each) throws IOException {
    String query = lines("query.json", each.path("query"));
    List<String> fit = new ArrayList<>(settings(each.path("config")));
    fit.addAll(List.of("--input", "json", "--fit", lines("fit.json", each.path("fit"))));
    Path saved = folder.resolve("tokenizer.json");
    fit.addAll(List.of("--overwrite", "--save-tokenizer", saved.toString()));

    assertThat(vectorize(typed("sequence", fit, query))).isEqualTo(list(each.path("sequences")));
    assertThat(unwrapped(Files.readString(saved))).isEqualTo(unwrapped(each.path("json").asText()));

    Path given = Files.writeString(folder.resolve("keras.json"), each.path("json").asText());
    List<String> read = List.of("--input", "json", "--tokenizer", given.toString());
    assertThat(vectorize(typed("sequence", read, query))).isEqualTo(list(each.path("sequences")));
    assertThat(vectorize(typed("texts", read, query))).isEqualTo(list(each.path("texts")));
    if (each.has("matrix_error")) {
      assertThat(run(new StringWriter(), typed("binary", read, query))).isEqualTo(2);
    } else {
      checkMatrices(each.path("matrix"), read, query);
    }
  }

  private void checkMatrices(JsonNode expected, List<String> read, String query) {
    for (String mode : MATRICES) {
      List<String> dense = new ArrayList<>(read);
      dense.addAll(List.of("--rows", "dense"));
      List<JsonNode> rows = vectorize(typed(mode, dense, query));
      assertThat(rows).hasSize(expected.path(mode).size());
      for (int i = 0; i < rows.size(); i++) {
        assertThat(MAPPER.convertValue(rows.get(i), double[].class))
            .as("%s of text %d", mode, i)
            .containsExactly(
                MAPPER.convertValue(expected.path(mode).get(i), double[].class),
                Offset.offset(1e-9));
      }
    }
  }

  private static String[] typed(String mode, List<String> options, String file) {
    List<String> typed = new ArrayList<>(List.of("--mode", mode));
    typed.addAll(options);
    typed.addAll(List.of("--", file));
    return typed.toArray(String[]::new);
  }

  private static List<String> settings(JsonNode config) {
    List<String> options = new ArrayList<>();
    for (Map.Entry<String, JsonNode> setting : config.properties()) {
      String value = setting.getValue().asText();
      switch (setting.getKey()) {
        case "filters" -> options.add("--filters=" + value);
        case "num_words" -> options.add("--num-words=" + value);
        case "oov_token" -> options.add("--oov-token=" + value);
        case "split" -> options.add("--separator=" + value);
        case "char_level" -> addIf(setting.getValue().asBoolean(), options, "--char-level");
        case "lower" -> addIf(!setting.getValue().asBoolean(), options, "--no-lower");
        default -> throw new AssertionError("a setting that is not known: " + setting.getKey());
      }
    }
    return options;
  }

  private static void addIf(boolean wanted, List<String> options, String option) {
    if (wanted) {
      options.add(option);
    }
  }

  private String lines(String name, JsonNode values) throws IOException {
    return Files.write(folder.resolve(name), list(values).stream().map(JsonNode::toString).toList())
        .toString();
  }

  private static List<JsonNode> list(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }

  /** Returns a tokenizer's JSON with its nested documents as objects. */
  private static JsonNode unwrapped(String json) throws IOException {
    ObjectNode root = (ObjectNode) MAPPER.readTree(json);
    ObjectNode config = (ObjectNode) root.path("config");
    for (String field :
        List.of("word_counts", "word_docs", "index_docs", "index_word", "word_index")) {
      config.set(field, MAPPER.readTree(config.path(field).asText()));
    }
    return root;
  }

  private List<JsonNode> vectorize(String... args) {
    StringWriter out = new StringWriter();
    assertThat(run(out, args)).as(String.join(" ", args)).isZero();
    return out.toString().lines().map(VectorizeGoldenTest::parse).toList();
  }

  private static JsonNode parse(String line) {
    try {
      return MAPPER.readTree(line);
    } catch (IOException e) {
      throw new AssertionError(line, e);
    }
  }

  private static int run(StringWriter out, String... args) {
    String[] typed = Stream.concat(Stream.of("vectorize"), Stream.of(args)).toArray(String[]::new);
    return ModelTrainer.run(
        typed,
        new ByteArrayInputStream(new byte[0]),
        new PrintWriter(out, true),
        new PrintWriter(new StringWriter(), true),
        InstantSource.system());
  }
}
