package io.sentimentstreams.system.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.sentimentstreams.app.metrics.MeterDefinition;
import io.sentimentstreams.system.docs.NamedTexts.Snippet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;

/** Settings, options, metrics, topics and HTTP paths in the pages exist. */
class DocumentNamesTest {

  private static final Pattern ROW = Pattern.compile("^\\| `([^`]+)` \\|", Pattern.MULTILINE);
  private static final Pattern METRIC = Pattern.compile("(?<![\\w:])sentiment_[a-z0-9_]+\\b");
  private static final Pattern RECORDED = Pattern.compile("(?<!\\w)job:[a-z0-9_:]+");
  private static final Pattern RECORD = Pattern.compile("record: (\\S+)");
  private static final Pattern SETTING = Pattern.compile("[a-z]+(?:\\.[a-z0-9]+)+");
  private static final Pattern RESERVED = Pattern.compile("`kafka\\.([a-z.]+)`");
  private static final Pattern TOPIC =
      Pattern.compile(
          "(?<![\\w/.#-])(?:reviews?|scores?|sentiment)-[a-z]+(?:-[a-z]+)*(?![\\w/.(-])");
  private static final Pattern PATH = Pattern.compile("(?<![\\w/])/(?:v1|health)/[a-z]+");
  private static final Pattern LITERAL_PATH = Pattern.compile("\"(/(?:v1|health)/[a-z]+)");
  private static final List<String> SUFFIXES = List.of("_bucket", "_sum", "_count", "_max");

  /** Files whose names look like settings, and headers. */
  private static final Pattern NOT_A_SETTING =
      Pattern.compile(
          ".*\\.(md|json|jsonl|yml|yaml|jar|java|sh|py|zip|sig|options|txt|pem|pub|csv|tsv|gz|xz|zst"
              + "|properties|npy|onnx|keras|h5|png|html|safetensors|avsc|xml|com|org|proto|cmd|proof|sql)"
              + "|(deadletter|www|io|org|com|jdk|java|onnx|scoring|registry|jqwik|golden|docs|faults"
              + "|dashboard|sentimentstreams|repository|logs|kernels|native|np|tf)\\..*");

  /** Names of other programs that pages mention. */
  private static final Set<String> OTHERS =
      Set.of(
          "docker.io",
          "numpy.load",
          "offsets.retention.minutes",
          "streams.version",
          "text.analyzer");

  /** Names that look like topics. */
  private static final Set<String> OTHER_TOPICS = Set.of("review-scores-value");

  /** Options of other programs. */
  private static final Set<String> OTHER_OPTIONS =
      Set.of("--add-modules", "--build", "--env", "--release", "--rounds", "--volume");

  private final Set<String> settings;
  private final Set<String> reserved;
  private final Set<String> kafka;
  private final CommandOptions options;

  DocumentNamesTest() throws IOException {
    String page = Files.readString(Pages.ROOT.resolve("docs/configuration.md"));
    settings = groups(ROW, page);
    reserved = groups(RESERVED, page);
    options = new CommandOptions(settings);
    kafka = new TreeSet<>();
    kafka.addAll(StreamsConfig.configDef().names());
    kafka.addAll(ConsumerConfig.configNames());
    kafka.addAll(ProducerConfig.configNames());
    kafka.addAll(AdminClientConfig.configNames());
    for (var field : TopicConfig.class.getFields()) {
      if (field.getName().endsWith("_CONFIG")) {
        try {
          kafka.add((String) field.get(null));
        } catch (IllegalAccessException e) {
          throw new IllegalStateException(field.getName(), e);
        }
      }
    }
  }

  @Test
  void definitionsAreRead() {
    assertThat(settings).hasSizeGreaterThan(30).contains("review.max.bytes", "threads");
    assertThat(reserved).contains("num.stream.threads");
    assertThat(options.programs())
        .allSatisfy(program -> assertThat(options.count(program)).isGreaterThan(3));
  }

  @Test
  void everyMetricExists() throws IOException {
    Set<String> names =
        Stream.of(MeterDefinition.values())
            .map(MeterDefinition::prometheusName)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> recorded =
        groups(RECORD, Files.readString(Pages.ROOT.resolve("deploy/prometheus/rules.yml")));

    List<String> unknown = new ArrayList<>();
    for (NamedTexts file : NamedTexts.all()) {
      unknown.addAll(file.find(METRIC, metric -> isMetric(names, metric)));
      unknown.addAll(file.find(RECORDED, recorded::contains));
    }

    assertThat(unknown).isEmpty();
  }

  @Test
  void everySettingExists() throws IOException {
    List<String> unknown = new ArrayList<>();
    for (Snippet snippet : NamedTexts.codeSpans()) {
      String name = snippet.text().split("[=\\s]", 2)[0];
      if (!isKnownSetting(name)) {
        unknown.add(snippet.place(name));
      }
    }

    assertThat(unknown).isEmpty();
  }

  @Test
  void everyOptionExists() throws IOException {
    List<String> unknown = new ArrayList<>();
    for (Snippet line : NamedTexts.commandLines()) {
      options.unknown(line.text()).forEach(option -> unknown.add(line.place(option)));
    }
    for (Snippet span : NamedTexts.codeSpans()) {
      if (span.text().startsWith("--")
          && !OTHER_OPTIONS.contains(span.text().split("[= ]", 2)[0])) {
        options.unknownToAll(span.text()).forEach(option -> unknown.add(span.place(option)));
      }
    }

    assertThat(unknown).isEmpty();
  }

  @Test
  void everyTopicAndPathExists() throws IOException {
    Set<String> topics = new TreeSet<>(OTHER_TOPICS);
    topics.addAll(groups(Pattern.compile("\\| `([a-z-]+)` \\|"), read("docs/configuration.md")));
    Set<String> paths = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Pages.ROOT.resolve("streams-app/src/main/java"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        paths.addAll(groups(LITERAL_PATH, Files.readString(file)));
      }
    }

    List<String> unknown = new ArrayList<>();
    for (NamedTexts file : NamedTexts.all()) {
      unknown.addAll(file.find(PATH, paths::contains));
    }
    for (Snippet span : NamedTexts.codeSpans()) {
      TOPIC
          .matcher(span.text())
          .results()
          .map(MatchResult::group)
          .filter(topic -> !topics.contains(topic) && !topic.startsWith("sentiment-streams"))
          .forEach(topic -> unknown.add(span.place(topic)));
    }

    assertThat(paths).hasSizeGreaterThan(4);
    assertThat(unknown).isEmpty();
  }

  @Test
  void everyLoggerExists() throws IOException {
    Set<String> classes = new TreeSet<>();
    for (String module : List.of("streams-app", "text-model")) {
      try (Stream<Path> files = Files.walk(Pages.ROOT.resolve(module).resolve("src/main/java"))) {
        files.forEach(file -> classes.add(file.getFileName().toString().replace(".java", "")));
      }
    }

    List<String> unknown = new ArrayList<>();
    for (Snippet span : NamedTexts.codeSpans()) {
      String name = span.text().replace("logger=", "");
      if (span.text().startsWith("logger=") && !name.isEmpty() && !classes.contains(name)) {
        unknown.add(span.place(name));
      }
    }

    assertThat(unknown).isEmpty();
  }

  @Test
  void wrongNamesAreFound() {
    assertThat(isKnownSetting("num.stream.threads")).isFalse();
    assertThat(isKnownSetting("review.max.byte")).isFalse();
    assertThat(isKnownSetting("kafka.no.such.name")).isFalse();
    assertThat(isKnownSetting("kafka.max.poll.records")).isTrue();
    assertThat(isMetric(Set.of("sentiment_a_seconds"), "sentiment_a_seconds_bucket")).isTrue();
    assertThat(isMetric(Set.of("sentiment_a_seconds"), "sentiment_b_seconds")).isFalse();
    assertThat(options.unknown("java -jar streams-app/target/streams-app.jar --review-max-bite 1"))
        .containsExactly("--review-max-bite");
    assertThat(options.unknown("./quickstart --review 3 | jq --raw-output")).hasSize(1);
    assertThat(options.unknownToAll("--embeddings-frozen")).hasSize(1);
  }

  private boolean isKnownSetting(String name) {
    if (!SETTING.matcher(name).matches()
        || NOT_A_SETTING.matcher(name).matches()
        || isPackage(name)) {
      return true;
    }
    if (name.startsWith("kafka.")) {
      String withoutPrefix = name.replaceFirst("^kafka\\.(consumer\\.|producer\\.|admin\\.)?", "");
      return kafka.contains(withoutPrefix) || withoutPrefix.startsWith("sasl.");
    }
    if (settings.contains(name) || OTHERS.contains(name) || isGroupOfSettings(name)) {
      return true;
    }
    return kafka.contains(name) && !reserved.contains(name);
  }

  private static boolean isPackage(String name) {
    String folder = "src/main/java/io/sentimentstreams/" + name.replace('.', '/');
    return Stream.of("schemas", "text-model", "model-trainer", "streams-app")
        .anyMatch(module -> Files.isDirectory(Pages.ROOT.resolve(module).resolve(folder)));
  }

  /** Returns whether a name is the beginning of settings, as {@code schema.registry} is. */
  private boolean isGroupOfSettings(String name) {
    return settings.stream().anyMatch(setting -> setting.startsWith(name + "."));
  }

  private static boolean isMetric(Set<String> names, String metric) {
    return names.contains(metric)
        || SUFFIXES.stream()
            .anyMatch(
                suffix ->
                    metric.endsWith(suffix)
                        && names.contains(metric.substring(0, metric.length() - suffix.length())));
  }

  private static String read(String file) throws IOException {
    return Files.readString(Pages.ROOT.resolve(file));
  }

  private static Set<String> groups(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
