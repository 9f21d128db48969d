package io.sentimentstreams.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DataFingerprintTest {

  private static final LabelledText GOOD = new LabelledText("a", "good", true);
  private static final LabelledText BAD = new LabelledText("b", "bad", false);

  @Test
  void countsAndHashDescribeTheTexts() {
    DataFingerprint fingerprint = DataFingerprint.of(List.of(GOOD, BAD));

    assertThat(fingerprint.examples()).isEqualTo(2);
    assertThat(fingerprint.positive()).isEqualTo(1);
    // printf '\0\0\0\001a\001\0\0\0\004good\0\0\0\001b\0\0\0\0\003bad' | sha256sum
    assertThat(fingerprint.sha256())
        .isEqualTo("b5b834fb876cab47e480236afb5a50f7ab2e90b677dc4338a779fb0a00a6fa29");
  }

  @Test
  void everyChangeAltersFingerprint() {
    String original = DataFingerprint.of(List.of(GOOD, BAD)).sha256();

    assertThat(
            List.of(
                DataFingerprint.of(List.of(BAD, GOOD)).sha256(),
                DataFingerprint.of(List.of(GOOD)).sha256(),
                DataFingerprint.of(List.of(new LabelledText("a", "good", false), BAD)).sha256(),
                DataFingerprint.of(List.of(new LabelledText("a", "good!", true), BAD)).sha256(),
                DataFingerprint.of(List.of(new LabelledText("c", "good", true), BAD)).sha256()))
        .doesNotContain(original)
        .doesNotHaveDuplicates();
  }
}
