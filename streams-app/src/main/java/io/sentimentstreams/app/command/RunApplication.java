package io.sentimentstreams.app.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command that runs the application. It is also run if no command is named. */
@Command(name = "run", description = "Runs the application. This is the default command.")
final class RunApplication implements Callable<Integer> {

  @SuppressWarnings("NullAway.Init") // picocli sets it.
  @Spec
  private CommandSpec spec;

  private final CommandContext context;
  private final Application application;

  RunApplication(CommandContext context, Application application) {
    this.context = context;
    this.application = application;
  }

  @Override
  public Integer call() {
    return application.run(context.sources(), context.options(spec));
  }
}
