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
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The help of every command follows the language rules of {@code docs/style.md}. */
class HelpLanguageTest {

  /** Outputs that still break a rule. Remove an output when it is clean. */
  private static final Set<String> NOT_YET_CLEAN =
      Set.of(
          "model-trainer --help",
          "model-trainer compare --help",
          "model-trainer embeddings --help",
          "model-trainer evaluate --help",
          "model-trainer import-keras --help",
          "model-trainer inspect --help",
          "model-trainer linear --help",
          "model-trainer predict --help",
          "model-trainer sign --help",
          "model-trainer train --help",
          "model-trainer vectorize --help");

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
    assertThat(findings).filteredOn(finding -> !NOT_YET_CLEAN.contains(finding.source())).isEmpty();
    assertThat(findings).extracting(Finding::source).containsAll(NOT_YET_CLEAN);
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
