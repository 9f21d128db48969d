package io.sentimentstreams.trainer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RnnByHandCommandTest {

  private final TypedCommands commands = new TypedCommands();

  @Test
  void everyTimestepIsPrintedWithItsState() {
    String printed = commands.succeed("rnn-by-hand", "--timesteps", "3", "--seed", "1");
    assertThat(printed.lines())
        .hasSize(3)
        .allSatisfy(
            line ->
                assertThat(line)
                    .matches(
                        "t=\\d  input \\[0\\.\\d{4} 0\\.\\d{4}]  state \\[(0\\.\\d{4} ?){3}]"));
    assertThat(commands.succeed("rnn-by-hand", "--timesteps", "3", "--seed", "1"))
        .isEqualTo(printed);
  }

  @Test
  void aSequenceWithoutTimestepsIsRejected() {
    assertThat(commands.run("rnn-by-hand", "--timesteps", "0")).isEqualTo(2);
    assertThat(commands.err()).contains("--timesteps must be 1 to 1000, was 0");
  }
}
