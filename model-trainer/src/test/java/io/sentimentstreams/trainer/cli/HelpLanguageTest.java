package io.sentimentstreams.trainer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sentimentstreams.build.Finding;
import io.sentimentstreams.build.PlainEnglish;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The help of every command follows the language rules of {@code docs/style.md}. */
class HelpLanguageTest {

  private static final Pattern COMMAND =
      Pattern.compile("^ {2}([a-z][a-z-]*)\\b", Pattern.MULTILINE);

  @Test
  void helpIsPlainEnglish() throws IOException {
    PlainEnglish english = PlainEnglish.read(Path.of("..", "docs", "style.md"));
    String program = help();
    List<String> commands =
        COMMAND
            .matcher(program.substring(program.indexOf("Commands:")))
            .results()
            .map(command -> command.group(1))
            .toList();

    List<Finding> findings = new ArrayList<>(english.help("model-trainer --help", program));
    for (String command : commands) {
      findings.addAll(english.help("model-trainer " + command + " --help", help(command)));
    }

    assertThat(commands).hasSizeGreaterThan(8).contains("train", "evaluate");
    assertThat(findings).isEmpty();
  }

  private static String help(String... command) {
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.add("--help");
    StringWriter out = new StringWriter();
    PrintWriter writer = new PrintWriter(out, true);
    int status =
        ModelTrainer.run(
            arguments.toArray(String[]::new),
            InputStream.nullInputStream(),
            writer,
            writer,
            InstantSource.system());
    assertThat(status).isZero();
    return out.toString();
  }
}
