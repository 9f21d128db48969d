package io.sentimentstreams.trainer.cli;

import io.sentimentstreams.model.text.SequenceSettings;
import io.sentimentstreams.model.text.Side;
import io.sentimentstreams.model.text.TextEncoder;
import io.sentimentstreams.model.text.Tokenizer;
import io.sentimentstreams.model.text.TokenizerSettings;
import io.sentimentstreams.model.text.normalize.Normalizer;
import io.sentimentstreams.trainer.cli.option.AnalyzerOption;
import io.sentimentstreams.trainer.cli.option.DataOptions;
import io.sentimentstreams.trainer.cli.option.NormalizerOption;
import io.sentimentstreams.trainer.cli.option.OverwriteOption;
import io.sentimentstreams.trainer.cli.option.SeedOption;
import io.sentimentstreams.trainer.data.LabelledText;
import io.sentimentstreams.trainer.data.LabelledTexts;
import io.sentimentstreams.trainer.data.Split;
import io.sentimentstreams.trainer.data.UnlabelledText;
import io.sentimentstreams.trainer.data.ValidationSplit;
import io.sentimentstreams.trainer.data.source.DataSource;
import io.sentimentstreams.trainer.data.source.UnlabelledTexts;
import io.sentimentstreams.trainer.embedding.VectorSettings;
import io.sentimentstreams.trainer.embedding.WordVectors;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Training of word embeddings. */
@Command(
    name = "embeddings",
    description =
        "Trains word embeddings (Word2Vec) on reviews and writes them in GloVe's text format, for"
            + " train --pretrained-embeddings. Labels and the test split are not read.",
    sortOptions = false)
final class EmbeddingsCommand implements Callable<Integer> {

  @Mixin private final DataOptions data = new DataOptions();

  @Option(
      names = "--unlabelled",
      paramLabel = "PATH",
      description =
          "Additional reviews without labels: a folder of .txt files such as aclImdb/train/unsup, or"
              + " an archive with unsup/*.txt. Can be repeated.")
  private List<Path> unlabelled = List.of();

  @SuppressWarnings("NullAway.Init") // Required, so picocli sets it.
  @Option(names = "--out", required = true, paramLabel = "FILE", description = "Output file.")
  private Path file;

  @Mixin private final OverwriteOption overwrite = new OverwriteOption();

  @Option(
      names = "--embedding-dim",
      defaultValue = "64",
      paramLabel = "N",
      description = "Width of the embeddings (default: ${DEFAULT-VALUE}).")
  private int width;

  @Option(
      names = "--window",
      defaultValue = "5",
      paramLabel = "N",
      description =
          "Maximum distance between a word and the words that it predicts (default:"
              + " ${DEFAULT-VALUE}).")
  private int window;

  @Option(
      names = "--negative",
      defaultValue = "5",
      paramLabel = "N",
      description = "Number of negative samples per word (default: ${DEFAULT-VALUE}).")
  private int negative;

  @Option(
      names = "--sampling",
      defaultValue = "0.0001",
      paramLabel = "SHARE",
      description =
          "Share of all words above which a word is subsampled; 0 subsamples none (default:"
              + " ${DEFAULT-VALUE}).")
  private double sampling;

  @Option(
      names = "--epochs",
      defaultValue = "5",
      paramLabel = "N",
      description = "Number of passes over the reviews (default: ${DEFAULT-VALUE}).")
  private int epochs;

  @Option(
      names = "--min-count",
      defaultValue = "5",
      paramLabel = "N",
      description =
          "Minimum number of occurrences of a word; rarer words get no embedding (default:"
              + " ${DEFAULT-VALUE}).")
  private int minCount;

  @Mixin private final AnalyzerOption analyzer = new AnalyzerOption();

  @Mixin private final NormalizerOption normalizer = new NormalizerOption(Normalizer.STANDARD);

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Use only N randomly chosen reviews of --data and of --unlabelled, for trials.")
  private Optional<Integer> limit = Optional.empty();

  @Mixin private final SeedOption seed = new SeedOption();

  @Option(
      names = "--workers",
      paramLabel = "N",
      description =
          "Number of threads; with 1, the same command gives the same embeddings (default: one per"
              + " core).")
  private int workers = Runtime.getRuntime().availableProcessors();

  @SuppressWarnings("NullAway.Init") // Set by picocli.
  @Spec
  private CommandSpec spec;

  private final PrintWriter out;
  private final InstantSource clock;

  EmbeddingsCommand(PrintWriter out, InstantSource clock) {
    this.out = out;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    VectorSettings settings = settings();
    List<List<String>> texts = texts();
    long words = texts.stream().mapToLong(List::size).sum();
    print("%d reviews, %d words", texts.size(), words);
    Instant start = clock.instant();
    WordVectors vectors = WordVectors.learn(texts, settings);
    vectors.write(file);
    print(
        "trained %d embeddings of width %d in %s; wrote %s",
        vectors.size(), width, DurationFormat.of(Duration.between(start, clock.instant())), file);
    return 0;
  }

  private VectorSettings settings() {
    overwrite.check(file, "--out");
    if (limit.isPresent() && limit.get() < 1) {
      throw new ParameterException(
          spec.commandLine(), "--limit must be at least 1, was " + limit.get());
    }
    try {
      return new VectorSettings(
          width,
          window,
          negative,
          sampling,
          minCount,
          new VectorSettings.Run(epochs, seed.value(), workers));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  /** Returns the tokens of all reviews, with the tokenizer of {@code train}. */
  private List<List<String>> texts() {
    Tokenizer splitter = Tokenizer.fit(TokenizerSettings.keras(), List.of());
    TextEncoder encoder =
        new TextEncoder(
            splitter,
            new SequenceSettings(SequenceSettings.MAX_LENGTH, Side.PRE, Side.PRE)
                .withAnalyzer(analyzer.value())
                .withNormalizer(normalizer.value()));
    LabelledTexts read =
        DataSource.of(data.path(), data.settings().withoutLabels()).read(Split.TRAIN);
    read.warnings().forEach(warning -> out.println("warning: " + warning));
    List<LabelledText> labelled = read.texts();
    Stream<String> known =
        ValidationSplit.sample(labelled, limit.orElse(labelled.size()), seed.value()).stream()
            .map(LabelledText::text);
    Stream<String> others =
        unlabelled.isEmpty()
            ? Stream.empty()
            : UnlabelledTexts.read(unlabelled, limit, seed.value()).texts().stream()
                .map(UnlabelledText::text);
    return Stream.concat(known, others).map(encoder::tokens).toList();
  }

  private void print(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }
}
