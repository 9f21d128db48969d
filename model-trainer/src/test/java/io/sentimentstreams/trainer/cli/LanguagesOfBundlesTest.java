package io.sentimentstreams.trainer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sentimentstreams.model.bundle.Bundle;
import io.sentimentstreams.model.bundle.BundleReader;
import io.sentimentstreams.model.bundle.BundleWriter;
import io.sentimentstreams.model.decision.AbstainReason;
import io.sentimentstreams.trainer.evaluate.TextDecider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bundle that names its languages gives no answer to texts in others. */
class LanguagesOfBundlesTest {

  private static final String GERMAN = "Das war der schlechteste Film des Jahres.";
  private static final String KOREAN = "정말 재미없는 영화였어요.";
  private static final String ENGLISH = "This was the worst film of the year.";

  @TempDir private Path folder;
  private final TypedCommands commands = new TypedCommands();
  private Path english = Path.of("");

  @BeforeEach
  void write() {
    Bundle shipped = BundleReader.read(Path.of("../models/imdb-default")).bundle();
    english = folder.resolve("english.zip");
    BundleWriter.write(
        new Bundle(
            shipped.manifest().toBuilder().languages(List.of("en")).build(),
            shipped.tokenizer(),
            shipped.model(),
            shipped.golden()),
        english);
  }

  @Test
  void predictGivesTheReason() {
    assertThat(commands.succeed("predict", "--bundle", english, GERMAN))
        .startsWith("no answer (UNSUPPORTED_LANGUAGE)");
    assertThat(commands.succeed("predict", "--bundle", english, KOREAN))
        .startsWith("no answer (UNSUPPORTED_LANGUAGE)");
    assertThat(commands.succeed("predict", "--bundle", english, ENGLISH)).contains(" negative;");
  }

  @Test
  void aBundleWithoutLanguagesAnswersAll() {
    Bundle shipped = BundleReader.read(Path.of("../models/imdb-default")).bundle();
    Bundle any =
        new Bundle(
            shipped.manifest().toBuilder().languages(List.of()).build(),
            shipped.tokenizer(),
            shipped.model(),
            shipped.golden());

    assertThat(
            new TextDecider(any.manifest()).decide(any.newScorer(), GERMAN).decision().abstained())
        .isNotEqualTo(java.util.Optional.of(AbstainReason.UNSUPPORTED_LANGUAGE));
  }

  @Test
  void evaluateCountsTheReason() throws IOException {
    Path reviews =
        Files.write(
            folder.resolve("reviews.csv"),
            List.of(
                "split,text,label",
                "test," + ENGLISH + ",0",
                "test,A wonderful film with a great cast.,1",
                "test," + GERMAN + ",0",
                "test," + KOREAN + ",0"));

    assertThat(
            commands.succeed("evaluate", "--bundle", english, "--data", reviews, "--split", "test"))
        .contains("answered           50.00 % (2 of 4)", "2 UNSUPPORTED_LANGUAGE");
  }
}
