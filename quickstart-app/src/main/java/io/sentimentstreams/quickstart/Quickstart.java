package io.sentimentstreams.quickstart;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
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

/** The command {@code quickstart}: a broker, the application and reviews in one process. */
@Command(
    name = "quickstart",
    mixinStandardHelpOptions = true,
    versionProvider = Quickstart.Version.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "Starts a Kafka broker and the scoring application in one process, sends reviews and shows"
          + " their scores. Press Ctrl-C to stop. The commands broker and traffic run one part each.",
      ""
    },
    footer = {
      "",
      "Exit codes: 0 if every event came back exactly once, 1 if not or after an error, 2 for"
          + " invalid options."
    })
public final class Quickstart implements Callable<Integer> {

  private static final double ENDLESS_RATE = 5;
  private static final double FINITE_RATE = 20;
  private static final int DEFAULT_WIDTH = 100;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--reviews",
      paramLabel = "N",
      description =
          "Send N reviews and stop. A few malformed events are sent as well, to show dead letters."
              + " Default: no limit; with --data, all reviews once.")
  private @Nullable Integer reviews;

  @Option(
      names = "--hard",
      description = "Send reviews that are hard to label: irony, negation, mixed feelings.")
  private boolean hard;

  @Option(
      names = "--data",
      paramLabel = "PATH",
      description =
          "Send your own reviews. A file (CSV, TSV or JSON lines) has the columns text and label. A"
              + " folder has pos/*.txt and neg/*.txt. With the folder aclImdb, the test part is read.")
  private @Nullable Path data;

  @Option(
      names = "--rate",
      paramLabel = "R",
      description = "Events per second. Default: 5; with --reviews or --data, 20.")
  private @Nullable Double rate;

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      defaultValue = "200",
      description =
          "Send N reviews before the table begins. They are neither shown nor part of the latency"
              + " and accuracy. Default: ${DEFAULT-VALUE}; 0 turns the warm-up off.")
  private int warmUp;

  @Option(
      names = "--bundle",
      paramLabel = "PATH",
      description =
          "The model: a bundle's zip file or folder. Default: models/imdb-default for English and"
              + " models/nsmc-default for Korean; with --data or --hard, models/imdb-default alone.")
  private @Nullable Path bundle;

  @Option(
      names = "--http-port",
      paramLabel = "PORT",
      description = "Port for the page, metrics and health. Default: 9404, or a free port.")
  private @Nullable Integer httpPort;

  @Option(names = "--debug", description = "Print the stack trace of an error.")
  private boolean debug;

  private final Path home;
  private final PrintWriter out;
  private final int width;

  /**
   * Creates the command.
   *
   * @param home the root folder of the repository
   * @param out receives the output
   * @param width the terminal's width, in characters
   */
  Quickstart(Path home, PrintWriter out, int width) {
    this.home = home;
    this.out = out;
    this.width = width;
  }

  /** Runs the command and exits with its exit code. */
  public static void main(String[] args) {
    // The terminal's charset, which is not always Java's default.
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
    QuickstartSettings settings = settings();
    ReviewSelection selection = settings.selection();
    TableLayout layout = TableLayout.of(selection.model(), selection.routes().isByLanguage());
    return new QuickstartRun(settings, out, new LiveTable(out, Ansi.AUTO, width, layout)).run();
  }

  private QuickstartSettings settings() throws IOException {
    check(reviews == null || reviews >= 1, "--reviews must be at least 1", reviews);
    check(rate == null || (rate > 0 && rate <= Double.MAX_VALUE), "--rate must be above 0", rate);
    check(warmUp >= 0, "--warm-up must be at least 0", warmUp);
    check(!hard || data == null, "--hard cannot be combined with --data", data);
    ReviewSelection selection = selection();
    long unlimited = data == null ? Long.MAX_VALUE : selection.reviews().size();
    return new QuickstartSettings(
        selection,
        Optional.ofNullable(httpPort),
        rate == null ? defaultRate() : rate,
        Playlist.warmUp(selection.reviews(), warmUp),
        new Playlist(selection.reviews(), reviews == null ? unlimited : reviews));
  }

  private double defaultRate() {
    return reviews == null && data == null ? ENDLESS_RATE : FINITE_RATE;
  }

  private ReviewSelection selection() throws IOException {
    Path models = home.resolve("models");
    if (bundle == null && data == null && !hard) {
      return ReviewSelection.ofTwoLanguages(models);
    }
    BundleRoutes routes = BundleRoutes.of(bundle == null ? models.resolve("imdb-default") : bundle);
    // The shipped bundle is read once, by the application; the labels of others are needed here.
    PlayedModel model = bundle == null ? PlayedModel.shipped() : PlayedModel.read(bundle);
    if (data != null) {
      int limit = reviews == null ? Integer.MAX_VALUE : reviews;
      return ReviewSelection.data(routes, model, data, limit);
    }
    return hard ? ReviewSelection.hard(routes, model) : ReviewSelection.clear(routes, model);
  }

  private void check(boolean isValid, String rule, @Nullable Object value) {
    if (!isValid) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(), rule + ": " + value + ".");
    }
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

  /** Reads the version from the jar's manifest. */
  static final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
      String version = Quickstart.class.getPackage().getImplementationVersion();
      return new String[] {"quickstart " + (version == null ? "(not packaged)" : version)};
    }
  }
}
