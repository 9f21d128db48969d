package io.sentimentstreams.trainer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShellQuotingTest {

  @Test
  void plainWordsAreNotQuoted() {
    assertThat(ShellQuoting.command(new String[] {"train", "--data", "data/aclImdb"}))
        .isEqualTo("java -jar model-trainer/target/model-trainer.jar train --data data/aclImdb");
  }

  @Test
  void wordsWithShellSyntaxAreQuoted() {
    assertThat(ShellQuoting.command(new String[] {"my reviews", "it's", "$(rm)", ""}))
        .endsWith(" 'my reviews' 'it'\\''s' '$(rm)' ''");
  }
}
