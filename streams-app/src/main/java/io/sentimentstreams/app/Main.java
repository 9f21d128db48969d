package io.sentimentstreams.app;

import io.sentimentstreams.app.admin.ClusterValidationException;
import io.sentimentstreams.app.command.CommandContext;
import io.sentimentstreams.app.command.RootCommand;
import io.sentimentstreams.app.config.SettingsSources;
import io.sentimentstreams.app.registry.RegistryConfigException;
import io.sentimentstreams.model.bundle.InvalidBundleException;
import io.sentimentstreams.model.bundle.InvalidKeyException;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;

/** The program: runs a command and exits the process. */
public final class Main {

  static final int OK = 0;
  static final int FAILURE = 1;
  static final int USAGE = 2;

  private final Map<String, String> environment;
  private final PrintStream out;
  private final PrintStream err;

  Main(Map<String, String> environment, PrintStream out, PrintStream err) {
    this.environment = environment;
    this.out = out;
    this.err = err;
  }

  /**
   * Runs a command. The default command, {@code run}, runs until the application fails or the
   * process is terminated (SIGTERM, Ctrl-C).
   *
   * @param arguments see {@code --help}
   */
  public static void main(String[] arguments) {
    Shutdown shutdown = new Shutdown(Runtime.getRuntime()::halt);
    int status = new Main(System.getenv(), System.out, System.err).run(shutdown, arguments);
    if (status != OK) {
      shutdown.failed();
    }
    System.exit(status);
  }

  int run(Shutdown shutdown, String... arguments) {
    CommandContext context =
        new CommandContext(
            new SettingsSources(Settings.GROUPS, environment), Clock.systemUTC(), out, err);
    return new RootCommand(
            context,
            ApplicationVersion.current(),
            (sources, line) -> run(shutdown, Settings.of(sources, line)))
        .run(arguments);
  }

  private int run(Shutdown shutdown, Settings settings) {
    try {
      return runUntilEnd(shutdown, settings);
    } catch (InvalidBundleException
        | InvalidKeyException
        | ClusterValidationException
        | RegistryConfigException
        | StartupException e) {
      err.println(e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return FAILURE;
  }

  private static int runUntilEnd(Shutdown shutdown, Settings settings) throws InterruptedException {
    shutdown.register();
    try (ScoringApp app = ScoringApp.start(settings)) {
      shutdown.closes(app);
      app.awaitEnd();
      return app.hasFailed() ? FAILURE : OK;
    }
  }
}
