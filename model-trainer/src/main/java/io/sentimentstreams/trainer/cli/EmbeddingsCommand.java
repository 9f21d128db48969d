package io.sentimentstreams.trainer.cli;

import io.sentimentstreams.model.text.Analyzer;
import io.sentimentstreams.model.text.SequenceSettings;
import io.sentimentstreams.model.text.Side;
import io.sentimentstreams.model.text.TextEncoder;
import io.sentimentstreams.model.text.Tokenizer;
import io.sentimentstreams.model.text.TokenizerSettings;
import io.sentimentstreams.trainer.data.DataSource;
import io.sentimentstreams.trainer.data.LabelledText;
import io.sentimentstreams.trainer.data.Split;
import io.sentimentstreams.trainer.data.UnlabelledText;
import io.sentimentstreams.trainer.data.UnlabelledTexts;
import io.sentimentstreams.trainer.data.ValidationSplit;
import io.sentimentstreams.trainer.embedding.VectorSettings;
import io.sentimentstreams.trainer.embedding.WordVectors;
import java.io.PrintWriter;
import java.nio.file.Files;
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
import io.sentimentstreams.trainer.cli.option.DataOptions;

/** Learns word vectors from reviews. */
@Command(
    name = "embeddings",
    description =
        "Learns word vectors from reviews (Word2Vec) and writes them in GloVe's text format, for"
            + " train --pretrained-embeddings. Labels are not looked at; the test part is not read.",
    sortOptions = false)
final class EmbeddingsCommand implements Callable<Integer> {

  @SuppressWarnings("NullAway.Init") // Required, so picocli sets it.
  @Option(
      names = "--data",
      required = true,
      paramLabel = "PATH",
      description = "The labelled reviews, as train takes them; their training part is read.")
  private Path data;

  @Mixin private final DataOptions rows = new DataOptions();

  @Option(
      names = "--unlabelled",
      paramLabel = "PATH",
      description =
          "Reviews without labels beside them: a folder of .txt files such as"
              + " aclImdb/train/unsup, or an archive; can be given several times.")
  private List<Path> unlabelled = List.of();

  @SuppressWarnings("NullAway.Init") // Required, so picocli sets it.
  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "The file of vectors.")
  private Path file;

  @Option(names = "--overwrite", description = "Replace a file that is there already.")
  private boolean overwrite;

  @Option(
      names = "--embedding-dim",
      defaultValue = "64",
      paramLabel = "N",
      description = "Width of the word vectors (default: ${DEFAULT-VALUE}).")
  private int width;

  @Option(
      names = "--window",
      defaultValue = "5",
      paramLabel = "N",
      description =
          "How far words may be from the word that they are predicted from (default:"
              + " ${DEFAULT-VALUE}).")
  private int window;

  @Option(
      names = "--negative",
      defaultValue = "5",
      paramLabel = "N",
      description =
          "How many words that were not there each word is told from (default:"
              + " ${DEFAULT-VALUE}).")
  private int negative;

  @Option(
      names = "--sampling",
      defaultValue = "0.0001",
      paramLabel = "SHARE",
      description =
          "Words that are more frequent than this share of all are read less often; 0 reads all"
              + " (default: ${DEFAULT-VALUE}).")
  private double sampling;

  @Option(
      names = "--epochs",
      defaultValue = "5",
      paramLabel = "N",
      description = "Passes over the reviews (default: ${DEFAULT-VALUE}).")
  private int epochs;

  @Option(
      names = "--min-count",
      defaultValue = "5",
      paramLabel = "N",
      description = "Words that are rarer get no vector (default: ${DEFAULT-VALUE}).")
  private int minCount;

  @Option(
      names = "--analyzer",
      defaultValue = "keras",
      paramLabel = "NAME",
      description =
          "What is done to texts before they are split, as in train (default: ${DEFAULT-VALUE}).")
  private Analyzer analyzer = Analyzer.KERAS;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Use only N reviews of each source, drawn by the seed; for trials.")
  private Optional<Integer> limit = Optional.empty();

  @Option(
      names = "--seed",
      defaultValue = "42",
      paramLabel = "N",
      description = "Decides initial vectors and what is drawn (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--workers",
      paramLabel = "N",
      description =
          "Threads (default: one a core); with one the same command gives the same vectors.")
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
    say("%d reviews, %d words", texts.size(), words);
    Instant start = clock.instant();
    WordVectors vectors = WordVectors.learn(texts, settings);
    vectors.write(file);
    say(
        "%d vectors of width %d learned in %s; wrote %s",
        vectors.size(), width, DurationFormat.of(Duration.between(start, clock.instant())), file);
    return 0;
  }

  private VectorSettings settings() {
    if (Files.exists(file) && !overwrite) {
      throw new ParameterException(
          spec.commandLine(),
          "there is a file %s already; give another --out, or --overwrite".formatted(file));
    }
    if (limit.isPresent() && limit.get() < 1) {
      throw new ParameterException(
          spec.commandLine(), "--limit must be at least 1, was " + limit.get());
    }
    try {
      return new VectorSettings(width, window, negative, sampling, epochs, minCount, seed, workers);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  /** The tokens of all reviews, as the network will read them. */
  private List<List<String>> texts() {
    Tokenizer splitter = Tokenizer.fit(TokenizerSettings.keras(), List.of());
    TextEncoder encoder =
        new TextEncoder(
            splitter,
            new SequenceSettings(SequenceSettings.MAX_LENGTH, Side.PRE, Side.PRE, analyzer));
    List<LabelledText> labelled = DataSource.of(data, rows.settings()).read(Split.TRAIN).texts();
    Stream<String> known =
        ValidationSplit.sample(labelled, limit.orElse(labelled.size()), seed).stream()
            .map(LabelledText::text);
    Stream<String> others =
        unlabelled.isEmpty()
            ? Stream.empty()
            : UnlabelledTexts.read(unlabelled, limit, seed).texts().stream()
                .map(UnlabelledText::text);
    return Stream.concat(known, others).map(encoder::tokens).toList();
  }

  private void say(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }
}
