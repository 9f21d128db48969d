package io.sentimentstreams.trainer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageErrorsTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "train --cel gru --data x --out y|unknown option '--cel'. Did you mean --cell? See",
        "train --cel gru|unknown option '--cel'. Did you mean --cell? See",
        "train --cell=gru --dat x --out y|unknown option '--dat'. Did you mean --data?",
        "train --cell gru --data x --out y --epoch 5|unknown option '--epoch'. Did you mean --epochs?",
        "train --cell gru --data x --out y --epochs=5 --untis=3|unknown option '--untis'. Did you mean --units?",
        "train --cell gru --data x --out y --learningrate 1|unknown option '--learningrate'. Did you mean --learning-rate?",
        "train --cell gru --data x --out y --zzz 1|unknown option '--zzz'. See",
        "train --cell gru --data x --out y -cell 1|unknown option '-cell'. Did you mean --cell?",
        "train --cell gru --data x --out y cell|unexpected argument 'cell'. Did you mean --cell?",
        "trian --cell gru|unknown command 'trian'. Did you mean train?",
        "trian|unknown command 'trian'. Did you mean train? See",
        "evalaute|unknown command 'evalaute'. Did you mean evaluate?",
        "import|unknown command 'import'. Did you mean import-keras?",
        "exprot x|unknown command 'exprot'. Did you mean export?",
        "tests|unknown command 'tests'. See model-trainer --help.",
        "--hlep|unknown option '--hlep'. Did you mean --help?",
        "predict --bundel x|unknown option '--bundel'. Did you mean --bundle?",
        "train --cell ltsm --data x --out y|--cell must be lstm, gru, simple-rnn or none, was 'ltsm'. Did you mean lstm? See",
        "train --cell foo --data x --out y|--cell must be lstm, gru, simple-rnn or none, was 'foo'. See",
        "train --cell gru --pooling mean --data x --out y|--pooling must be last, max, average or flatten, was 'mean'. See",
        "train --cell gru --data x --out y --calibrate plat|--calibrate must be none, temperature or platt, was 'plat'. Did you mean platt?",
        "train --cell gru --data x --out y --progress no|--progress must be auto, bar or lines, was 'no'",
        "evaluate --bundle x --data y --split tset|--split must be train, validation or test, was 'tset'. Did you mean test?",
        "train --preset foo --data x --out y|--preset must be ",
        "train --cell gru|Missing required options",
      })
  void messageNamesTheTypoFirst(String line, String message) {
    assertThat(run(line)).isEqualTo(2);
    assertThat(err.toString()).startsWith("error: ").contains(message);
    assertThat(err.toString().lines()).hasSize(1);
    assertThat(out.toString()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"lstm", "LSTM", "simple-rnn", "SIMPLE_RNN", "Gru"})
  void choicesAreAcceptedInBothSpellings(String cell) {
    run("train --data missing.csv --out /proc/x --cell " + cell);
    assertThat(err.toString()).doesNotContain("--cell");
  }

  @Test
  void suggestionIsTheNearestName() {
    assertThat(Suggestion.of("--ovrewrite", List.of("--out", "--overwrite")))
        .contains("--overwrite");
    assertThat(Suggestion.of("--xyz", List.of("--out", "--overwrite"))).isEmpty();
  }

  private int run(String line) {
    return ModelTrainer.run(
        line.split(" ", -1),
        new ByteArrayInputStream(new byte[0]),
        new PrintWriter(out, true),
        new PrintWriter(err, true),
        InstantSource.system());
  }
}
