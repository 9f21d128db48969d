package io.sentimentstreams.app;

import io.sentimentstreams.app.admin.ClusterUnusable;
import io.sentimentstreams.app.command.OperatorCommands;
import io.sentimentstreams.app.config.InvalidSettings;
import io.sentimentstreams.app.config.Options;
import io.sentimentstreams.app.config.Settings;
import io.sentimentstreams.app.config.SettingsSources;
import io.sentimentstreams.app.registry.RegistryUnusable;
import io.sentimentstreams.model.bundle.BundleRejected;
import io.sentimentstreams.model.bundle.KeyRejected;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;

/**
 * The command: reads the settings, runs the application, ends the process. Where its first argument
 * names a command for operators, that is run instead.
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
   * Runs until the application fails or the process is asked to end (SIGTERM, Ctrl-C).
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
    Options options = Options.parse(arguments);
    if (options.help()) {
      out.print(Options.usage());
      return OK;
    }
    if (options.version()) {
      out.println("streams-app " + ApplicationVersion.current());
      return OK;
    }
    try {
      return run(shutdown, new SettingsSources(environment).read(arguments));
    } catch (InvalidSettings e) {
      err.println(e.getMessage());
      return USAGE;
    } catch (BundleRejected | KeyRejected | ClusterUnusable | RegistryUnusable | StartFailed e) {
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
