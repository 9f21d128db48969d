package io.sentimentstreams.trainer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gate of {@code evaluate}: a bundle that is worse on reviews exits with 3. */
class EvaluateGateTest {

  @TempDir private static Path shared = Path.of("");

  @TempDir private Path folder;

  private final TypedCommands commands = new TypedCommands();
  private Path previous = Path.of("");
  private Path worse = Path.of("");
  private Path reviews = Path.of("");

  /** The new bundle is wrong on all positive reviews, which only the domain hotels has. */
  @BeforeEach
  void trainOnce() throws IOException {
    previous = shared.resolve("previous");
    worse = shared.resolve("worse");
    if (!Files.exists(previous)) {
      WordBundles.train(
          commands,
          previous,
          WordBundles.reviews("positive", "great"),
          WordBundles.reviews("negative", "awful"));
      WordBundles.changed(previous, worse, builder -> builder.threshold(0.999999));
    }
    List<String> lines = new ArrayList<>(List.of("text,label,kind"));
    for (int i = 0; i < 12; i++) {
      lines.add("this film is great,positive,hotels");
      lines.add("this film is awful,negative,hotels");
      lines.add("this film is awful,negative,apps");
    }
    reviews = Files.write(folder.resolve("reviews.csv"), lines);
  }

  @Test
  void bundleThatFallsBackIsRefused() throws IOException {
    assertThat(gate(worse, previous)).isEqualTo(3);
    assertThat(commands.out())
        .contains("accuracy")
        .containsPattern("all +36 +1.0000 +0.6667 +12 +0 +0.0005 +0.0005 +WORSE")
        .contains("gate: refused, significantly worse groups: 1");
    assertThat(gate(worse, previous, "--json")).isEqualTo(3);
    JsonNode json = new ObjectMapper().readTree(commands.out());
    assertThat(json.at("/accuracy").asDouble()).isEqualTo(24 / 36.0);
    assertThat(json.at("/gate/passed").asBoolean()).isFalse();
    assertThat(json.at("/gate/groups/0/lost").asInt()).isEqualTo(12);
  }

  @Test
  void domainsAreComparedOneByOne() {
    assertThat(gate(worse, previous, "--domain-column", "kind")).isEqualTo(3);
    assertThat(commands.out())
        .containsPattern("apps +12 +1.0000 +1.0000 +0 +0 +1.0000 +1.0000 +ok")
        .containsPattern("hotels +24 +1.0000 +0.5000 +12 +0 +0.0005 +0.0015 +WORSE");
  }

  @Test
  void betterOrEqualBundleIsAccepted() {
    assertThat(gate(previous, worse)).isZero();
    assertThat(commands.out()).contains("gate: passed");
    assertThat(gate(previous, previous, "--domain-column", "kind")).isZero();
  }

  @Test
  void domainsNeedAGateAndAColumn() {
    assertThat(
            commands.run(
                "evaluate", "--bundle", worse, "--data", reviews, "--domain-column", "kind"))
        .isEqualTo(2);
    assertThat(commands.err()).contains("--domain-column needs --gate");
    assertThat(gate(worse, previous, "--domain-column", "topic")).isEqualTo(1);
    assertThat(commands.err()).contains("no column named topic");
  }

  @Test
  void previousBundleNeedsTheSameLabels() throws IOException {
    Path other =
        WordBundles.changed(
            previous, folder.resolve("other"), builder -> builder.labels(List.of("bad", "good")));

    assertThat(gate(worse, other)).isEqualTo(1);
    assertThat(commands.err()).contains("bad, good", "negative, positive");
  }

  private int gate(Path bundle, Path before, Object... options) {
    List<Object> all = new ArrayList<>(List.of("evaluate", "--bundle", bundle));
    all.addAll(List.of("--data", reviews, "--gate", before));
    all.addAll(List.of(options));
    return commands.run(all.toArray());
  }
}
