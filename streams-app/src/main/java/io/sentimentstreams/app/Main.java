package io.sentimentstreams.app;

import io.sentimentstreams.app.admin.ClusterValidationException;
import io.sentimentstreams.app.command.OperatorCommands;
import io.sentimentstreams.app.config.CommandLineOptions;
import io.sentimentstreams.app.config.InvalidConfigException;
import io.sentimentstreams.app.config.Settings;
import io.sentimentstreams.app.config.SettingsSources;
import io.sentimentstreams.app.registry.RegistryConfigException;
import io.sentimentstreams.model.bundle.InvalidBundleException;
import io.sentimentstreams.model.bundle.InvalidKeyException;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;

/**
 * The entry point: reads the settings, runs the application and exits the process. If the first
 * argument names an operator command, runs that command instead.
 */
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
   * Runs until the application fails or the process receives a signal (SIGTERM, Ctrl-C).
   *
   * @param arguments see {@code --help}
   */
  public static void main(String[] arguments) throws InterruptedException {
    Shutdown shutdown = new Shutdown(Runtime.getRuntime()::halt);
    int status = new Main(System.getenv(), System.out, System.err).run(shutdown, arguments);
    if (status != OK) {
      shutdown.failed();
    }
    System.exit(status);
  }

  int run(Shutdown shutdown, String... arguments) throws InterruptedException {
    OperatorCommands commands = new OperatorCommands(environment, Clock.systemUTC(), out, err);
    if (arguments.length > 0 && commands.names().contains(arguments[0])) {
      return commands.run(arguments);
    }
    CommandLineOptions options = CommandLineOptions.parse(arguments);
    if (options.help()) {
      out.print(CommandLineOptions.usage());
      return OK;
    }
    if (options.version()) {
      out.println("streams-app " + ApplicationVersion.current());
      return OK;
    }
    try {
      return run(shutdown, new SettingsSources(environment).read(arguments));
    } catch (InvalidConfigException e) {
      err.println(e.getMessage());
      return USAGE;
    } catch (InvalidBundleException
        | InvalidKeyException
        | ClusterValidationException
        | RegistryConfigException
        | StartupException e) {
      err.println(e.getMessage());
      return FAILURE;
    }
  }

  private static int run(Shutdown shutdown, Settings settings) throws InterruptedException {
    shutdown.register();
    try (ScoringApp app = ScoringApp.start(settings)) {
      shutdown.closes(app);
      app.awaitEnd();
      return app.hasFailed() ? FAILURE : OK;
    }
  }
}
