package io.sentimentstreams.trainer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sentimentstreams.model.bundle.BundleReader;
import io.sentimentstreams.model.bundle.BundleWriter;
import io.sentimentstreams.model.bundle.Manifest;
import io.sentimentstreams.model.bundle.ManifestBuilder;
import io.sentimentstreams.model.decision.AbstainRules;
import io.sentimentstreams.model.decision.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BehaveCommandTest {

  @TempDir private static Path shared = Path.of("");

  @TempDir private Path folder;

  private final TypedCommands commands = new TypedCommands();
  private final Path model = shared.resolve("three");
  private Path english = Path.of("");

  /** Trains two small networks that know the words great, average and terrible. */
  @BeforeEach
  void trainOnce() throws IOException {
    english = shared.resolve("two");
    if (!Files.exists(english)) {
      WordBundles.train(
          commands,
          english,
          WordBundles.reviews(
              "positive", "great", "excellent", "wonderful", "fantastic", "lovely", "love"),
          WordBundles.reviews(
              "negative", "terrible", "awful", "horrible", "dreadful", "lousy", "hate"));
      WordBundles.train(
          commands,
          model,
          WordBundles.reviews("bad", "terrible"),
          WordBundles.reviews("fair", "average"),
          WordBundles.reviews("good", "great"));
    }
  }

  @Test
  void capabilitiesAreListedWithTheirIntervals() {
    assertThat(commands.succeed("behave", "--bundle", english))
        .contains("suite   English, ", "capability", "95 % interval")
        .containsPattern("negation +3\\d\\d +\\d+\\.\\d % +\\d+\\.\\d % to \\d+\\.\\d %")
        .containsPattern("\nall +3\\d\\d\\d ")
        .containsPattern("known failures: \\d+ of 32 regression texts")
        .contains("most confident failures");
  }

  @Test
  void koreanBundleGetsTheKoreanSuite() throws IOException {
    Path korean = changed("korean", builder -> builder.languages(List.of("ko")));

    assertThat(run("--bundle", korean)).contains("suite   Korean, ");
    assertThat(run("--bundle", korean, "--language", "en")).contains("suite   English, ");
    assertThat(commands.run("behave", "--bundle", korean, "--capability", "case")).isEqualTo(2);
    assertThat(commands.err()).contains("Korean");
  }

  @Test
  void jsonHasRatesFailuresAndAllCases() throws IOException {
    JsonNode json = json("--capability", "typography", "--capability", "no-opinion");

    assertThat(json.at("/bundle/name").asText()).isEqualTo("two");
    assertThat(json.at("/bundle/sha256").asText()).hasSize(64);
    assertThat(json.at("/suite/language").asText()).isEqualTo("en");
    assertThat(json.at("/capabilities")).hasSize(2);
    JsonNode typography = json.at("/capabilities/0");
    assertThat(typography.at("/capability").asText()).isEqualTo("typography");
    assertThat(typography.at("/passRate").asDouble())
        .isEqualTo(typography.at("/passed").asDouble() / typography.at("/cases").asDouble())
        .isBetween(typography.at("/low").asDouble(), typography.at("/high").asDouble());
    assertThat(typography.at("/pairs").asInt()).isPositive();
    assertThat(json.at("/total/cases").asInt())
        .isEqualTo(json.at("/cases").size())
        .isEqualTo(json.at("/suite/cases").asInt());
    JsonNode pair = json.at("/cases/0");
    assertThat(pair.at("/id").asText()).isEqualTo("en/typography/1.1");
    assertThat(pair.at("/expectation").asText()).isEqualTo("same");
    assertThat(pair.at("/partner").asText()).contains("don't");
    assertThat(pair.at("/text").asText()).contains("don’t");
    assertThat(pair.at("/outcome").asText()).isIn("passed", "failed");
    assertThat(json.at("/failures/known")).allMatch(id -> id.asText().contains("/regressions/"));
    assertThat(json.has("gate")).isFalse();
  }

  @Test
  void answersAreInTheJson() throws IOException {
    String output = run("--bundle", answering("open"), "--capability", "typography", "--json");
    JsonNode pair = new ObjectMapper().readTree(output).at("/cases/0");

    assertThat(pair.at("/label").asText()).isIn("negative", "positive");
    assertThat(pair.at("/partnerLabel").asText()).isIn("negative", "positive");
    assertThat(pair.at("/score").asDouble()).isBetween(0.0, 1.0);
    assertThat(pair.at("/partnerScore").isNumber()).isTrue();
  }

  @Test
  void unknownCapabilityIsAUsageError() {
    assertThat(commands.run("behave", "--bundle", english, "--capability", "irony")).isEqualTo(2);
    assertThat(commands.err()).contains("irony", "negation");
  }

  @Test
  void reportIsOneEscapedPage() throws IOException {
    Path page = folder.resolve("behaviour.html");

    commands.succeed(
        "behave",
        "--bundle",
        english,
        "--report",
        page,
        "--gate",
        english.resolve(BundleWriter.FILE_NAME));

    assertThat(Files.readString(page))
        .contains("Behaviour report: two, version 1", "Pass rate by capability")
        .contains("Known failures", "nobody loves it", "Most confident failures")
        .contains("Comparison with the previous bundle")
        .doesNotContain("<br />", "<script", "<link", "<img", "src=");
    assertThat(commands.run("behave", "--bundle", english, "--report", page)).isEqualTo(2);
    assertThat(commands.err()).contains("--overwrite");
  }

  @Test
  void gateRefusesABundleThatFallsBack() throws IOException {
    Path previous = answering("previous");
    Path cautious =
        changed("cautious", builder -> builder.abstain(AbstainRules.none()).threshold(0.9999));

    Object[] typed = {"behave", "--bundle", cautious, "--gate", previous, "--capability", "case"};
    assertThat(commands.run(typed)).isEqualTo(3);
    assertThat(commands.out())
        .containsPattern("case +139 .* WORSE")
        .containsPattern("all +139 .* WORSE")
        .contains("gate: refused, significantly worse groups: ");
    JsonNode json =
        new ObjectMapper()
            .readTree(
                run("--bundle", cautious, "--gate", previous, "--capability", "case", "--json"));
    assertThat(json.at("/gate/passed").asBoolean()).isFalse();
    assertThat(json.at("/gate/groups/0/group").asText()).isEqualTo("case");
    assertThat(json.at("/gate/groups/0/adjustedPValue").asDouble()).isLessThan(0.05);
    assertThat(json.at("/gate/groups/0/fallsBack").asBoolean()).isTrue();
  }

  @Test
  void gateAcceptsTheSameBundle() {
    assertThat(commands.succeed("behave", "--bundle", english, "--gate", english))
        .contains("gate: passed");
  }

  @Test
  void peersAreShownByTheNameOfTheirFile() throws IOException {
    List<String> lines = new ArrayList<>();
    ObjectMapper mapper = new ObjectMapper();
    for (JsonNode each : json("--capability", "mixed").at("/cases")) {
      lines.add(
          mapper.writeValueAsString(
              mapper.createObjectNode().put("text", each.at("/text").asText()).put("score", 0.5)));
    }
    Path peer = Files.write(folder.resolve("always-half.jsonl"), lines);

    assertThat(run("--bundle", english, "--capability", "mixed", "--peer", peer))
        .contains("always-half", "100.0 %");

    Files.write(peer, lines.subList(1, lines.size()));
    assertThat(commands.run("behave", "--bundle", english, "--peer", peer)).isEqualTo(1);
    assertThat(commands.err()).contains("always-half.jsonl: no answer to the text", "--json");
    Files.writeString(peer, "{\"text\": \"a\", \"label\": \"good\", \"score\": 0.5}");
    assertThat(commands.run("behave", "--bundle", english, "--peer", peer)).isEqualTo(1);
    assertThat(commands.err()).contains("line 1: an unknown label");
    Files.writeString(peer, "{\"text\": \"a\", \"label\": null, \"score\": 1.5}");
    assertThat(commands.run("behave", "--bundle", english, "--peer", peer)).isEqualTo(1);
    assertThat(commands.err()).contains("line 1: a score that is not 0 to 1");
    Files.writeString(
        peer,
        """
        {"text": "a", "label": null, "score": 0.5}
        {"text": "a", "label": "positive", "score": 0.9}
        """);
    assertThat(commands.run("behave", "--bundle", english, "--peer", peer)).isEqualTo(1);
    assertThat(commands.err()).contains("line 2: another answer to the text of an earlier line");
  }

  @Test
  void linearBaselineIsTrainedOnTheGivenReviews() throws IOException {
    List<String> lines = new ArrayList<>(List.of("text,label"));
    for (int i = 0; i < 20; i++) {
      lines.add("a great film,positive");
      lines.add("a terrible film,negative");
    }
    Path reviews = Files.write(folder.resolve("reviews.csv"), lines);

    assertThat(run("--bundle", english, "--capability", "vocabulary", "--linear-data", reviews))
        .contains("linear baseline");
  }

  @Test
  void resultsAreRecordedInManifestAndCard() throws IOException {
    Path bundle = changed("recorded", builder -> builder.languages(List.of("en")));

    commands.succeed("behave", "--bundle", bundle, "--record");

    Manifest manifest = BundleReader.read(bundle).bundle().manifest();
    assertThat(manifest.behaviour()).containsOnlyKeys("en");
    assertThat(manifest.behaviour().get("en"))
        .satisfies(
            behaviour -> {
              assertThat(behaviour.suiteSha256()).hasSize(64);
              assertThat(behaviour.capabilities()).hasSize(18);
              assertThat(behaviour.knownFailures())
                  .anyMatch(each -> each.contains("nobody loves it"));
            });
    assertThat(Files.readString(bundle.resolve("README.md")))
        .contains("## Behaviour", "| negation | ", "| all | ", "Known failures", "nobody loves it");
    assertThat(commands.run("behave", "--bundle", bundle, "--record", "--capability", "negation"))
        .isEqualTo(2);
  }

  @Test
  void otherLanguagesNeedAnOption() throws IOException {
    Path bundle = changed("french", builder -> builder.languages(List.of("fr")));

    assertThat(commands.run("behave", "--bundle", bundle)).isEqualTo(2);
    assertThat(commands.err()).contains("fr", "--language");
    assertThat(run("--bundle", bundle, "--language", "en")).contains("English");
  }

  @Test
  void ordersCountByTheirPositionAndNamesAreRefused() throws IOException {
    Path nominal =
        WordBundles.changed(
            model, folder.resolve("nominal"), builder -> builder.task(Task.NOMINAL));
    Path ordered =
        WordBundles.changed(
            model,
            folder.resolve("ordered"),
            builder -> builder.task(Task.ORDERED).abstain(AbstainRules.none()));

    assertThat(commands.run("behave", "--bundle", nominal)).isEqualTo(1);
    assertThat(commands.err()).contains("bad, fair, good", "ordered");
    JsonNode cases =
        new ObjectMapper()
            .readTree(run("--bundle", ordered, "--capability", "vocabulary", "--json"))
            .at("/cases");
    assertThat(cases)
        .filteredOn(each -> each.at("/text").asText().equals("This is a great film."))
        .isNotEmpty()
        .allSatisfy(each -> assertThat(each.at("/label").asText()).isEqualTo("positive"));
    assertThat(cases)
        .filteredOn(each -> each.at("/text").asText().equals("This is a terrible film."))
        .allSatisfy(each -> assertThat(each.at("/label").asText()).isEqualTo("negative"));
  }

  private JsonNode json(Object... options) throws IOException {
    List<Object> all = new ArrayList<>(List.of("--bundle", english, "--json"));
    all.addAll(List.of(options));
    return new ObjectMapper().readTree(run(all.toArray()));
  }

  private String run(Object... options) {
    List<Object> all = new ArrayList<>(List.of("behave"));
    all.addAll(List.of(options));
    int code = commands.run(all.toArray());
    assertThat(code).as(commands::err).isIn(0, 3);
    return commands.out();
  }

  /** Writes a bundle that answers each text with a known word. */
  private Path answering(String name) throws IOException {
    return changed(name, builder -> builder.abstain(AbstainRules.none()));
  }

  private Path changed(String name, UnaryOperator<ManifestBuilder> change) throws IOException {
    return WordBundles.changed(english, folder.resolve(name), change);
  }
}
