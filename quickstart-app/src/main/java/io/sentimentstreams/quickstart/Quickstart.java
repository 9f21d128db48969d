package io.sentimentstreams.quickstart;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The command: a broker, the application and reviews to score, in one process. */
@Command(
    name = "quickstart",
    mixinStandardHelpOptions = true,
    versionProvider = Quickstart.Version.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "Starts a Kafka broker and the scoring application in one process, publishes reviews and"
          + " shows what comes back. Ctrl-C ends it. Its commands do a part of that.",
      ""
    },
    footer = {
      "",
      "Exit codes: 0 if every event came back exactly once, 1 if not or on failure, 2 for wrong"
          + " options."
    })
public final class Quickstart implements Callable<Integer> {

  private static final double GENTLE_RATE = 5;
  private static final double BRISK_RATE = 20;
  private static final int DEFAULT_WIDTH = 100;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--reviews",
      paramLabel = "N",
      description =
          "Play N reviews, then end. A few bad events are played beside them. Without it, reviews"
              + " are played until Ctrl-C, or once through with --data.")
  private @Nullable Integer reviews;

  @Option(
      names = "--rate",
      paramLabel = "R",
      description = "Events a second. Default: 5, or 20 where --reviews or --data sets an end.")
  private @Nullable Double rate;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Play real reviews: the folder aclImdb (its test part), or any with pos/*.txt and"
              + " neg/*.txt.")
  private @Nullable Path data;

  @Option(
      names = "--bundle",
      paramLabel = "PATH",
      description = "The model: a bundle's zip, or its folder. Default: models/imdb-default.")
  private @Nullable Path bundle;

  @Option(
      names = "--http-port",
      paramLabel = "PORT",
      description = "Where the page, metrics and health are served. Default: 9404, or a free one.")
  private @Nullable Integer httpPort;

  @Option(names = "--debug", description = "Print the stack trace of a failure.")
  private boolean debug;

  private final Path home;
  private final PrintWriter out;
  private final int width;

  /**
   * The command.
   *
   * @param home the repository's root
   * @param out where the table goes
   * @param width of the table, in characters
   */
  Quickstart(Path home, PrintWriter out, int width) {
    this.home = home;
    this.out = out;
    this.width = width;
  }

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] args) {
    // What the terminal understands, which is not always the platform's default.
    Charset charset = Charset.forName(System.getProperty("native.encoding", "UTF-8"));
    PrintWriter out = new PrintWriter(new FileOutputStream(FileDescriptor.out), true, charset);
    Path home = Path.of(System.getProperty("sentimentstreams.home", ""));
    int width = width(System.getenv("COLUMNS"));
    System.exit(commandLine(new Quickstart(home, out, width)).execute(args));
  }

  static CommandLine commandLine(Quickstart command) {
    return new CommandLine(command)
        .addSubcommand(new BrokerCommand(command.out))
        .addSubcommand(new TrafficCommand(command.out))
        .setOut(command.out)
        .setExecutionExceptionHandler(command::report);
  }

  @Override
  public Integer call() throws IOException {
    QuickstartSettings settings =
        new QuickstartSettings(
            existingBundle(),
            Optional.ofNullable(httpPort),
            atLeast("--rate", rate == null ? defaultRate() : rate, Double.MIN_VALUE),
            playlist(),
            data == null
                ? "sample reviews, some of them hard on purpose: irony, negation, mixed feelings"
                : "the reviews in " + data);
    return new QuickstartRun(settings, out, new LiveTable(out, Ansi.AUTO, width)).run();
  }

  private double defaultRate() {
    return reviews == null && data == null ? GENTLE_RATE : BRISK_RATE;
  }

  private Playlist playlist() throws IOException {
    int wanted = reviews == null ? Integer.MAX_VALUE : reviews;
    atLeast("--reviews", wanted, 1);
    if (data == null) {
      return new Playlist(SampleReviews.read(), reviews == null ? Long.MAX_VALUE : wanted);
    }
    List<LabelledReview> real = ReviewFolder.read(data, wanted);
    return new Playlist(real, reviews == null ? real.size() : wanted);
  }

  private Path existingBundle() throws IOException {
    Path path = bundle == null ? home.resolve("models").resolve("imdb-default") : bundle;
    if (!Files.exists(path)) {
      throw new IOException(
          "there is no model at " + path + "; name a bundle's zip or its folder with --bundle");
    }
    return path;
  }

  private double atLeast(String option, double value, double least) {
    if (!(value >= least) || Double.isInfinite(value)) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(),
          option + " must be " + (least < 1 ? "above 0" : "at least 1") + ", was " + value);
    }
    return value;
  }

  private int report(Exception failure, CommandLine commandLine, @Nullable ParseResult parsed) {
    commandLine.getErr().println("quickstart: " + failure.getMessage());
    if (debug) {
      failure.printStackTrace(commandLine.getErr());
    }
    return CommandLine.ExitCode.SOFTWARE;
  }

  private static int width(@Nullable String columns) {
    return columns != null && columns.matches("[1-9]\\d{0,3}")
        ? Integer.parseInt(columns)
        : DEFAULT_WIDTH;
  }

  /** The version that the jar's manifest tells. */
  static final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
      String version = Quickstart.class.getPackage().getImplementationVersion();
      return new String[] {"quickstart " + (version == null ? "(not packaged)" : version)};
    }
  }
}
