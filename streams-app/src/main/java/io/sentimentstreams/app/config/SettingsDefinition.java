package io.sentimentstreams.app.config;

import java.util.List;
import java.util.Set;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.ValidString;

/**
 * The one definition of every setting: name, type, default, range and a sentence. The command line,
 * the environment, the checks and the reference in the documentation are all made from it.
 */
final class SettingsDefinition {

  static final String BOOTSTRAP_SERVERS = "bootstrap.servers";
  static final String BUNDLE = "bundle";
  static final String BUNDLE_TRUST_KEY = "bundle.trust.key";
  static final String APPLICATION_ID = "application.id";
  static final String TOPICS_REVIEWS = "topics.reviews";
  static final String TOPICS_SCORES = "topics.scores";
  static final String TOPICS_DEAD_LETTER = "topics.dead.letter";
  static final String PROCESSING_GUARANTEE = "processing.guarantee";
  static final String THREADS = "threads";
  static final String COMMIT_INTERVAL_MS = "commit.interval.ms";
  static final String INPUT_FORMAT = "input.format";
  static final String REVIEW_MAX_BYTES = "review.max.bytes";
  static final String DEAD_LETTERS_TEXT = "dead.letters.text";
  static final String UNCERTAIN_BAND_LOW = "uncertain.band.low";
  static final String UNCERTAIN_BAND_HIGH = "uncertain.band.high";
  static final String HTTP_HOST = "http.host";
  static final String HTTP_PORT = "http.port";
  static final String HTTP_PAGE_ENABLED = "http.page.enabled";
  static final String HTTP_PAGE_TEXTS = "http.page.texts";
  static final String STATE_DIR = "state.dir";
  static final String SHUTDOWN_TIMEOUT_MS = "shutdown.timeout.ms";

  private static final Set<String> CONNECTION =
      Set.of(
          BOOTSTRAP_SERVERS,
          APPLICATION_ID,
          TOPICS_REVIEWS,
          TOPICS_SCORES,
          TOPICS_DEAD_LETTER,
          ItemSettingsDefinition.TOPIC,
          ItemSettingsDefinition.TOPIC_OF_SCORES,
          ItemSettingsDefinition.ENABLED,
          ItemSettingsDefinition.RETENTION_MS,
          PROCESSING_GUARANTEE,
          REVIEW_MAX_BYTES);

  private SettingsDefinition() {}

  /** The definition, in the order of the reference. */
  static ConfigDef definition() {
    ConfigDef definition = new ConfigDef();
    defineSources(definition);
    defineDelivery(definition);
    defineScoring(definition);
    RegistryDefinition.define(definition);
    ItemSettingsDefinition.define(definition);
    defineProcess(definition);
    return definition;
  }

  /** Every setting, in the order of the reference. */
  static List<ConfigDef.ConfigKey> keys() {
    return List.copyOf(definition().configKeys().values());
  }

  /** The settings that commands beside the application need, in the order of the reference. */
  static List<ConfigDef.ConfigKey> connectionKeys() {
    return keys().stream().filter(key -> CONNECTION.contains(key.name)).toList();
  }

  private static void defineSources(ConfigDef definition) {
    definition
        .define(
            BOOTSTRAP_SERVERS,
            ConfigDef.Type.STRING,
            ConfigDef.NO_DEFAULT_VALUE,
            Validators.NOT_BLANK,
            Importance.HIGH,
            "Where the Kafka cluster is first asked, as host:port, several separated by commas.")
        .define(
            BUNDLE,
            ConfigDef.Type.STRING,
            ConfigDef.NO_DEFAULT_VALUE,
            Validators.NOT_BLANK,
            Importance.HIGH,
            "The model that scores: a bundle's zip file, or a folder that holds bundle.zip.")
        .define(
            BUNDLE_TRUST_KEY,
            ConfigDef.Type.STRING,
            null,
            Validators.NOT_BLANK,
            Importance.MEDIUM,
            "A file with Ed25519 public keys in PEM. With it only bundles are used that one of them"
                + " signed (model-trainer sign); without it, any that is as it must be.")
        .define(
            APPLICATION_ID,
            ConfigDef.Type.STRING,
            "sentiment-streams",
            Validators.NAME,
            Importance.HIGH,
            "Names the group whose instances share the partitions; also the prefix of"
                + " transactional ids. Instances with the same id divide the work, another id"
                + " starts anew.")
        .define(
            TOPICS_REVIEWS,
            ConfigDef.Type.STRING,
            "reviews",
            Validators.NAME,
            Importance.HIGH,
            "The topic that reviews are read from.")
        .define(
            TOPICS_SCORES,
            ConfigDef.Type.STRING,
            "review-scores",
            Validators.NAME,
            Importance.HIGH,
            "The topic that scores are written to, with as many partitions as the reviews.")
        .define(
            TOPICS_DEAD_LETTER,
            ConfigDef.Type.STRING,
            "reviews-dead-letter",
            Validators.NAME,
            Importance.HIGH,
            "The topic for records that cannot be scored, with as many partitions as the"
                + " reviews.");
  }

  private static void defineDelivery(ConfigDef definition) {
    definition
        .define(
            PROCESSING_GUARANTEE,
            ConfigDef.Type.STRING,
            ProcessingGuarantee.EXACTLY_ONCE_V2.setting(),
            ValidString.in(
                ProcessingGuarantee.EXACTLY_ONCE_V2.setting(),
                ProcessingGuarantee.AT_LEAST_ONCE.setting()),
            Importance.HIGH,
            "Whether a failure may repeat scores. Readers of the scores need"
                + " isolation.level=read_committed to see exactly one.")
        .define(
            THREADS,
            ConfigDef.Type.INT,
            1,
            Range.between(1, 512),
            Importance.MEDIUM,
            "Threads of this instance that score. More than there are partitions stay idle.")
        .define(
            COMMIT_INTERVAL_MS,
            ConfigDef.Type.LONG,
            null,
            Validators.INTERVAL,
            Importance.MEDIUM,
            "Milliseconds between commits. With exactly_once_v2 a score becomes visible at the"
                + " next commit, and 100 is taken where nothing is given. With at_least_once it is"
                + " how much may be scored again after a failure, and 1000 is taken.");
  }

  private static void defineScoring(ConfigDef definition) {
    definition
        .define(
            INPUT_FORMAT,
            ConfigDef.Type.STRING,
            InputFormat.AVRO.setting(),
            ValidString.in(
                InputFormat.AVRO.setting(), InputFormat.JSON.setting(), InputFormat.TEXT.setting()),
            Importance.MEDIUM,
            "How reviews are written: in Avro, or for topics that are fed by hand as a JSON object"
                + " with the fields of ReviewEvent, or as nothing but the text.")
        .define(
            REVIEW_MAX_BYTES,
            ConfigDef.Type.INT,
            262_144,
            Range.between(1, 64 << 20),
            Importance.MEDIUM,
            "Bytes of a record, key, value and headers together, above which it goes to the"
                + " dead-letter topic unread.")
        .define(
            DEAD_LETTERS_TEXT,
            ConfigDef.Type.STRING,
            DeadLetterText.KEEP.setting(),
            ValidString.in(DeadLetterText.KEEP.setting(), DeadLetterText.DROP.setting()),
            Importance.MEDIUM,
            "Whether a dead letter keeps the value that could not be scored, or has its SHA-256"
                + " instead. What is dropped cannot be replayed.")
        .define(
            UNCERTAIN_BAND_LOW,
            ConfigDef.Type.DOUBLE,
            null,
            Validators.SCORE,
            Importance.MEDIUM,
            "The lowest score that is labelled UNCERTAIN. Give both ends of the band or none; without"
                + " them the bundle's own band is used, if it has one.")
        .define(
            UNCERTAIN_BAND_HIGH,
            ConfigDef.Type.DOUBLE,
            null,
            Validators.SCORE,
            Importance.MEDIUM,
            "The highest score that is labelled UNCERTAIN. Give both ends of the band or none;"
                + " without them the bundle's own band is used, if it has one.");
  }

  private static void defineProcess(ConfigDef definition) {
    definition
        .define(
            HTTP_HOST,
            ConfigDef.Type.STRING,
            "127.0.0.1",
            Validators.NOT_BLANK,
            Importance.LOW,
            "The address that metrics and health are served on. Neither asks who reads them.")
        .define(
            HTTP_PORT,
            ConfigDef.Type.INT,
            9404,
            Range.between(0, 65_535),
            Importance.LOW,
            "The port that metrics and health are served on; 0 picks a free one.")
        .define(
            HTTP_PAGE_ENABLED,
            ConfigDef.Type.BOOLEAN,
            null,
            Importance.LOW,
            "Whether a page at / shows what this instance does and scores texts that are typed into"
                + " it. Without it, only where http.host is a loopback address, and only for"
                + " requests by a loopback name. The page does not ask who reads it.")
        .define(
            HTTP_PAGE_TEXTS,
            ConfigDef.Type.BOOLEAN,
            false,
            Importance.LOW,
            "Whether that page shows the latest reviews' texts and identifiers beside their"
                + " scores.")
        .define(
            STATE_DIR,
            ConfigDef.Type.STRING,
            null,
            Validators.NOT_BLANK,
            Importance.LOW,
            "A folder for Kafka Streams' own files. Without it, sentiment-streams in the system's"
                + " temporary folder.")
        .define(
            SHUTDOWN_TIMEOUT_MS,
            ConfigDef.Type.LONG,
            30_000L,
            Range.between(1, 600_000),
            Importance.LOW,
            "Milliseconds that a shutdown waits for records in work to be finished and committed.");
  }
}
