package io.sentimentstreams.model.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sentimentstreams.model.bundle.InvalidBundleException.Reason;
import io.sentimentstreams.model.decision.AbstainBand;
import io.sentimentstreams.model.decision.AbstainRules;
import io.sentimentstreams.model.decision.Task;
import io.sentimentstreams.model.network.Dense;
import io.sentimentstreams.model.network.Embedding;
import io.sentimentstreams.model.network.Flatten;
import io.sentimentstreams.model.network.Network;
import io.sentimentstreams.model.text.Analyzer;
import io.sentimentstreams.model.text.normalize.Normalizer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BundleTest {

  private static final Bundle BUNDLE = SmallBundle.create();

  @TempDir private Path folder;
  private Path zip;

  @BeforeEach
  void writeBundle() {
    zip = folder.resolve(BundleWriter.FILE_NAME);
    BundleWriter.write(BUNDLE, zip);
  }

  @Test
  void resultsOfTheBehaviourSuiteAreInTheManifest() {
    Behaviour behaviour =
        new Behaviour(
            "0".repeat(64),
            Map.of("negation", new Behaviour.Passed(10, 7)),
            Map.of("vader", Map.of("negation", new Behaviour.Passed(10, 6))),
            List.of("nobody loves it"));
    Manifest manifest = BUNDLE.manifest().withBehaviour("en", behaviour);
    BundleWriter.write(
        new Bundle(manifest, BUNDLE.tokenizer(), BUNDLE.model(), BUNDLE.golden()), zip);

    assertThat(BundleReader.read(zip).bundle().manifest()).isEqualTo(manifest);
    assertThat(BUNDLE.manifest().behaviour()).isEmpty();
    assertThatThrownBy(() -> new Behaviour.Passed(10, 11))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("11 of 10");
  }

  @Test
  void aBundleSurvivesWritingAndReading() {
    LoadedBundle loaded = BundleReader.read(zip);

    Bundle read = loaded.bundle();
    assertThat(read.manifest()).isEqualTo(BUNDLE.manifest());
    assertThat(read.golden()).isEqualTo(BUNDLE.golden());
    assertThat(TokenizerPart.write(read.tokenizer()))
        .isEqualTo(TokenizerPart.write(BUNDLE.tokenizer()));
    BUNDLE
        .model()
        .weights()
        .forEach((name, tensor) -> assertThat(read.model().weight(name)).isEqualTo(tensor.data()));
    assertThat(read.newScorer().score(SmallBundle.TEXT))
        .isEqualTo(BUNDLE.newScorer().score(SmallBundle.TEXT));
    assertThat(loaded.sha256()).matches("[0-9a-f]{64}");
  }

  @Test
  void aFolderCanReplaceThePathOfItsBundle() {
    assertThat(BundleReader.read(folder).sha256()).isEqualTo(BundleReader.read(zip).sha256());
  }

  @Test
  void theSameBundleGivesTheSameBytes() throws IOException {
    Path again = folder.resolve("again.zip");
    BundleWriter.write(BUNDLE, again);
    assertThat(again).hasSameBinaryContentAs(zip);
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("bundle.zip", "again.zip");
  }

  @Test
  void aNetworkThatFlattensAnotherLengthThanItsTextsIsRejected() {
    Network network =
        new Network(
            List.of(
                new Embedding("embedding", 9, 3, false),
                new Flatten("flatten", 6),
                new Dense("output", 1, Dense.Activation.SIGMOID)));
    Manifest small = BUNDLE.manifest();
    assertThatThrownBy(() -> small.toBuilder(network).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("6 timesteps");
  }

  @Test
  void aMissingFileIsNamed() {
    Path missing = folder.resolve("missing.zip");
    assertRejected(missing, Reason.UNREADABLE, missing.toString());
  }

  @Test
  void aFileThatIsNotAZipIsRejected() throws IOException {
    Files.writeString(zip, "hello");
    assertRejected(Reason.NOT_A_BUNDLE, "manifest.json");
  }

  @Test
  void aTruncatedZipIsRejected() throws IOException {
    byte[] bytes = Files.readAllBytes(zip);
    Files.write(zip, Arrays.copyOf(bytes, bytes.length / 2));
    assertRejected(Reason.NOT_A_BUNDLE, "damaged");
  }

  @Test
  void anEntryThatLeavesTheFolderIsRejected() throws IOException {
    Map<String, byte[]> entries = entries();
    entries.put("../../etc/passwd", new byte[] {1});
    rewrite(entries);
    assertRejected(Reason.NOT_A_BUNDLE, "'../../etc/passwd'");
  }

  @Test
  void aMissingPartIsRejected() throws IOException {
    Map<String, byte[]> entries = entries();
    entries.remove("golden.jsonl");
    rewrite(entries);
    assertRejected(Reason.NOT_A_BUNDLE, "golden.jsonl");
  }

  @Test
  void aPartThatUnpacksToMoreThanItsLimitIsRejected() throws IOException {
    Map<String, byte[]> entries = entries();
    entries.put("golden.jsonl", new byte[(4 << 20) + 1]);
    rewrite(entries);
    assertRejected(Reason.TOO_LARGE, "golden.jsonl has more than 4194304 bytes");
  }

  @Test
  void aChangedPartIsRejected() throws IOException {
    Map<String, byte[]> entries = entries();
    byte[] weights = weights(entries);
    weights[weights.length - 1] ^= 1;
    rewrite(entries);
    assertRejected(Reason.WRONG_CHECKSUM, "SHA256SUMS");
  }

  @Test
  void aNewerFormatIsRejected() throws IOException {
    replace(
        "manifest.json", json -> json.replace("\"formatVersion\" : 3", "\"formatVersion\" : 4"));
    assertRejected(Reason.NEWER_FORMAT, "version is 4");
  }

  @Test
  void aManifestWithAnUnknownPropertyIsRejected() throws IOException {
    replace("manifest.json", json -> json.replace("\"threshold\"", "\"treshold\""));
    assertRejected(Reason.MALFORMED, "manifest.json");
  }

  @Test
  void aManifestWithoutAnAnalyzerUsesTheKerasAnalyzer() throws IOException {
    replace("manifest.json", json -> json.replaceFirst(",\\s*\"analyzer\" : \"KERAS\"", ""));
    Bundle read = BundleReader.read(zip).bundle();
    assertThat(read.manifest().text().analyzer()).isEqualTo(Analyzer.KERAS);
    assertThat(read.manifest()).isEqualTo(BUNDLE.manifest());
  }

  @Test
  void aManifestWithoutRulesHasNone() throws IOException {
    replace(
        "manifest.json",
        json ->
            json.replaceFirst(",\\s*\"abstain\" : \\{ *}", "")
                .replaceFirst(",\\s*\"task\" : \"binary\"", ""));
    assertThat(new String(part(entries(), "manifest.json"), StandardCharsets.UTF_8))
        .doesNotContain("abstain", "task", "languages");
    assertThat(BundleReader.read(zip).bundle().manifest()).isEqualTo(BUNDLE.manifest());
  }

  @Test
  void aBandOfAnOlderFormatIsRead() throws IOException {
    replace(
        "manifest.json",
        json ->
            json.replaceFirst(
                "\"abstain\" : \\{ *}",
                "\"uncertainBand\" : {\"low\" : 0.25, \"high\" : 0.75, \"coverage\" : 0.9,"
                    + " \"precision\" : 0.97}"));
    assertThat(BundleReader.read(zip).bundle().manifest().abstain())
        .isEqualTo(AbstainRules.none().withBand(new AbstainBand(0.25, 0.75, 0.9, 0.97)));
  }

  @Test
  void theDecisionIsReadAsItWasWritten() {
    AbstainRules rules =
        AbstainRules.none()
            .withBand(new AbstainBand(0.25, 0.75, 0.9, 0.97))
            .withUnknownShare(0.625);
    BundleWriter.write(
        with(BUNDLE.manifest().toBuilder().abstain(rules).languages(List.of("en", "mul")).build()),
        zip);
    Manifest read = BundleReader.read(zip).bundle().manifest();
    assertThat(read.abstain()).isEqualTo(rules);
    assertThat(read.languages()).containsExactly("en", "mul");
    assertThat(read.task()).isEqualTo(Task.BINARY);
    assertThat(read.formatVersion()).isEqualTo(3);
  }

  @Test
  void theCountsOfLabelsAreReadAsTheyWereWritten() throws IOException {
    assertThat(new String(part(entries(), "manifest.json"), StandardCharsets.UTF_8))
        .containsOnlyOnce("\"labels\"");
    assertThat(BundleReader.read(zip).bundle().manifest().histograms().labels()).isEmpty();
    ReferenceHistograms counted =
        BUNDLE.manifest().histograms().withLabels(List.of(3L, 5_000_000_000L));
    BundleWriter.write(with(BUNDLE.manifest().toBuilder().histograms(counted).build()), zip);
    assertThat(BundleReader.read(zip).bundle().manifest().histograms()).isEqualTo(counted);
  }

  @Test
  void countsOfOtherLabelsAreRejected() {
    ManifestBuilder three =
        BUNDLE.manifest().toBuilder()
            .histograms(BUNDLE.manifest().histograms().withLabels(List.of(1L, 2L, 3L)));
    assertThatThrownBy(three::build).hasMessageContaining("2 labels, but the histograms count 3");
    ReferenceHistograms none = ReferenceHistograms.empty();
    assertThatThrownBy(() -> none.withLabels(List.of(1L, -1L))).hasMessageContaining("-1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "abstain" : { } | "abstain" : {"unknownShare" : 1.5} | share of unknown tokens: 1.5
          "abstain" : { } | "abstain" : {"confidence" : {"probability" : 0.5, "coverage" : 0, "precision" : 0}} | two labels have an abstain band
          "abstain" : { } | "abstain" : {"confidences" : 1} | confidences
          "task" : "binary" | "task" : "ordered" | 2 labels cannot have the task ordered
          "task" : "binary" | "task" : "sorted" | sorted
          "task" : "binary" | "task" : "binary", "languages" : ["en-GB"] | primary subtag
          "task" : "binary" | "task" : "binary", "languages" : ["en", "en"] | distinct
          """)
  void anInvalidDecisionIsRejected(String found, String replaced, String problem)
      throws IOException {
    replace("manifest.json", json -> json.replace(found, replaced));
    assertRejected(Reason.MALFORMED, problem);
  }

  @Test
  void aReversedBandIsRejected() throws IOException {
    BundleWriter.write(banded(new AbstainBand(0.25, 0.75, 0.9, 0.97)), zip);
    replace("manifest.json", json -> json.replace("\"high\" : 0.75", "\"high\" : 0.125"));
    assertRejected(Reason.MALFORMED, "manifest.json");
  }

  @Test
  void aBandWithoutTheThresholdIsRejected() throws IOException {
    BundleWriter.write(banded(new AbstainBand(0.25, 0.75, 0.9, 0.97)), zip);
    replace("manifest.json", json -> json.replace("\"low\" : 0.25", "\"low\" : 0.625"));
    assertRejected(Reason.MALFORMED, "threshold 0.5");
  }

  private static Bundle banded(AbstainBand band) {
    return with(BUNDLE.manifest().withAbstain(AbstainRules.none().withBand(band)));
  }

  private static Bundle with(Manifest manifest) {
    return new Bundle(manifest, BUNDLE.tokenizer(), BUNDLE.model(), BUNDLE.golden());
  }

  @Test
  void anAnalyzerOfAnotherReleaseIsRejected() throws IOException {
    replace("manifest.json", json -> json.replace("\"KERAS\"", "\"MECAB\""));
    assertRejected(
        Reason.NEWER_FORMAT,
        "text.analyzer is 'MECAB', but this release has only KERAS, STANDARD, NORI, KUROMOJI,"
            + " SMARTCN, ICU");
  }

  @ParameterizedTest
  @EnumSource(Analyzer.class)
  void everyAnalyzerIsRecorded(Analyzer analyzer) throws IOException {
    BundleWriter.write(SmallBundle.create(analyzer), zip);
    assertThat(new String(part(entries(), "manifest.json"), StandardCharsets.UTF_8))
        .contains("\"analyzer\" : \"" + analyzer.name() + "\"");
    assertThat(BundleReader.read(zip).bundle().manifest().text().analyzer()).isEqualTo(analyzer);
  }

  @Test
  void theAnalyzerIsReadAndApplied() {
    BundleWriter.write(SmallBundle.create(Analyzer.NORI), zip);
    Bundle read = BundleReader.read(zip).bundle();
    assertThat(read.manifest().text().analyzer()).isEqualTo(Analyzer.NORI);
    assertThat(read.encoder().tokens("영화는 좋았다")).containsExactly("영화", "는", "좋", "았", "다");
    assertThat(read.newScorer().score("영화는 좋았다").tokens()).isEqualTo(5);
  }

  @Test
  void theNormalizerIsReadAndApplied() throws IOException {
    Normalizer normalizer = Normalizer.of("standard+hashtags");
    BundleWriter.write(SmallBundle.create(normalizer), zip);
    assertThat(new String(part(entries(), "manifest.json"), StandardCharsets.UTF_8))
        .contains("\"normalizer\" : \"standard-1+hashtags\"");
    Bundle read = BundleReader.read(zip).bundle();
    assertThat(read.manifest().text().normalizer()).isEqualTo(normalizer);
    assertThat(read.encoder().tokens("\u201cnot\u201d\u2014#BadFilm"))
        .containsExactly("not", "bad", "film");
    assertThat(read.newScorer().score("not\u00a0bad\u2014at&nbsp;all"))
        .isEqualTo(read.newScorer().score("not bad at all"));
  }

  @Test
  void aManifestWithoutANormalizerHasNone() throws IOException {
    BundleWriter.write(SmallBundle.create(), zip);
    assertThat(new String(part(entries(), "manifest.json"), StandardCharsets.UTF_8))
        .doesNotContain("normalizer");
    Bundle read = BundleReader.read(zip).bundle();
    assertThat(read.manifest().text().normalizer()).isEqualTo(Normalizer.NONE);
    assertThat(read.encoder().tokens("\u201cnot\u201d")).containsExactly("\u201cnot\u201d");
  }

  @Test
  void anUnknownNormalizerIsRejected() throws IOException {
    BundleWriter.write(SmallBundle.create(Normalizer.STANDARD), zip);
    replace("manifest.json", json -> json.replace("standard-1", "standard-2"));
    assertRejected(Reason.MALFORMED, "Normalizer is unknown: 'standard-2'");
  }

  @Test
  void aVocabularyLargerThanTheEmbeddingIsRejected() throws IOException {
    replace("tokenizer.json", json -> json.replace("\"num_words\":9", "\"num_words\":null"));
    replace("tokenizer.json", json -> json.replace("\\\"bad\\\":", "\\\"bad\\\":1"));
    assertRejected(Reason.MALFORMED, "indices up to");
  }

  @Test
  void anInvalidTokenizerIsRejected() throws IOException {
    replace("tokenizer.json", json -> "[]");
    assertRejected(Reason.MALFORMED, "tokenizer.json");
  }

  @Test
  void weightsThatAreNotANumberAreRejected() throws IOException {
    Map<String, byte[]> entries = entries();
    byte[] weights = weights(entries);
    ByteBuffer.wrap(weights)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putFloat(weights.length - Float.BYTES, Float.NaN);
    rewriteWithChecksums(entries);
    assertRejected(Reason.MALFORMED, "must be finite");
  }

  @Test
  void aHeaderLongerThanTheFileIsRejected() throws IOException {
    Map<String, byte[]> entries = entries();
    ByteBuffer.wrap(weights(entries)).order(ByteOrder.LITTLE_ENDIAN).putLong(0, Long.MAX_VALUE);
    rewriteWithChecksums(entries);
    assertRejected(Reason.MALFORMED, "9223372036854775807");
  }

  @Test
  void scoresThatDifferFromTheGoldenOnesAreRejected() throws IOException {
    replace("golden.jsonl", json -> json.replaceFirst("(?s)(\n.*?\"score\":)0\\.\\d\\d", "$10.99"));
    assertRejected(Reason.WRONG_SCORES, "golden text 2");
  }

  @Test
  void aBundleThatCannotBeOpenedAgainIsNotWritten() throws IOException {
    byte[] before = Files.readAllBytes(zip);
    List<GoldenScore> golden = new ArrayList<>(BUNDLE.golden());
    golden.set(1, new GoldenScore("", golden.get(1).score() + 2e-5));
    Bundle wrong = new Bundle(BUNDLE.manifest(), BUNDLE.tokenizer(), BUNDLE.model(), golden);
    assertThatThrownBy(() -> BundleWriter.write(wrong, zip))
        .isInstanceOf(UnusableBundleException.class)
        .hasMessageContaining("golden text 2")
        .hasMessageContaining(zip.toString())
        .hasMessageNotContaining("model-trainer wrote");
    assertThat(zip).hasBinaryContent(before);
    assertThat(folder.toFile().list()).containsExactly("bundle.zip");
  }

  @Test
  void aGoldenScoreOfOneOutputIsANumber() throws IOException {
    assertThat(new String(part(entries(), "golden.jsonl"), StandardCharsets.UTF_8))
        .matches("(?s)\\{\"text\":\"[^\"]+\",\"score\":0\\.\\d+\\}\n.*");
  }

  @Test
  void aBundleOfThreeLabelsHoldsAndChecksTheProbabilityOfEach() throws IOException {
    Bundle three = SmallBundle.create(Analyzer.KERAS, List.of("bad", "fair", "good"));
    BundleWriter.write(three, zip);

    Bundle read = BundleReader.read(zip).bundle();

    assertThat(read.manifest().labels()).containsExactly("bad", "fair", "good");
    assertThat(read.golden()).isEqualTo(three.golden());
    assertThat(read.newScorer().classify(SmallBundle.TEXT).probabilities())
        .hasSize(3)
        .isEqualTo(read.golden().get(0).outputs());
    replace("golden.jsonl", json -> json.replaceFirst("\\[0\\.\\d", "[0.9"));
    assertRejected(Reason.WRONG_SCORES, "golden text 1");
  }

  @Test
  void theNumberOfLabelsMustBeTheNumberOfClasses() throws IOException {
    replace("manifest.json", json -> json.replace("\"negative\",", "\"negative\", \"fair\","));
    assertRejected(Reason.MALFORMED, "manifest.json");
  }

  @Test
  void labelsWithControlCharactersAreRejected() throws IOException {
    replace("manifest.json", json -> json.replace("\"negative\"", "\"\\u001b[2J\""));
    assertRejected(Reason.MALFORMED, "manifest.json");
  }

  private void assertRejected(Reason reason, String problem) {
    assertRejected(zip, reason, problem);
  }

  private static void assertRejected(Path path, Reason reason, String problem) {
    assertThatThrownBy(() -> BundleReader.read(path))
        .isInstanceOfSatisfying(
            InvalidBundleException.class, e -> assertThat(e.reason()).isEqualTo(reason))
        .hasMessageContaining(path.toString())
        .hasMessageContaining(problem);
  }

  private static byte[] weights(Map<String, byte[]> entries) {
    return part(entries, "weights.safetensors");
  }

  private static byte[] part(Map<String, byte[]> entries, String name) {
    return Objects.requireNonNull(entries.get(name), name);
  }

  private void replace(String entry, UnaryOperator<String> change) throws IOException {
    Map<String, byte[]> entries = entries();
    String before = new String(part(entries, entry), StandardCharsets.UTF_8);
    String after = change.apply(before);
    assertThat(after).isNotEqualTo(before);
    entries.put(entry, after.getBytes(StandardCharsets.UTF_8));
    rewriteWithChecksums(entries);
  }

  private Map<String, byte[]> entries() throws IOException {
    return BundleEntries.read(zip);
  }

  private void rewriteWithChecksums(Map<String, byte[]> entries) throws IOException {
    BundleEntries.writeWithChecksums(entries, zip);
  }

  private void rewrite(Map<String, byte[]> entries) throws IOException {
    BundleEntries.write(entries, zip);
  }
}
