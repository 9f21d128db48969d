package io.sentimentstreams.quickstart;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Objects;
import org.slf4j.LoggerFactory;

/** The log file of the broker and the application, which keeps their logs out of the table. */
final class LogFile {

  private static final String RESOURCE = "/quickstart-logback.xml";

  private final Path path;

  LogFile(Path path) {
    this.path = path;
  }

  Path path() {
    return path;
  }

  /** Sends all logs of this process to the file, which is overwritten. */
  void open() {
    URL configuration = Objects.requireNonNull(LogFile.class.getResource(RESOURCE), RESOURCE);
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    context.putProperty("log.file", path.toString());
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(context);
    try {
      configurator.doConfigure(configuration);
    } catch (JoranException e) {
      throw new IllegalStateException("Invalid Logback configuration: " + RESOURCE + ".", e);
    }
  }
}
