package io.sentimentstreams.model.bundle;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sentimentstreams.model.bundle.InvalidBundleException.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Malicious bundles with correct checksums. */
class HostileBundleTest {

  @TempDir private Path folder;
  private Path zip;

  @BeforeEach
  void writeBundle() {
    zip = folder.resolve(BundleWriter.FILE_NAME);
    BundleWriter.write(SmallBundle.create(), zip);
  }

  @Test
  void aPartThatUnpacksToManyTimesTheWholeZipIsRejected() throws IOException {
    Map<String, byte[]> entries = BundleEntries.read(zip);
    entries.put("weights.safetensors", new byte[20 << 20]);
    BundleEntries.writeWithChecksums(entries, zip);

    assertThat(Files.size(zip)).isLessThan(100_000);
    assertThat(rejection(Reason.TOO_LARGE))
        .hasMessageContaining("weights.safetensors has more than 16777216 bytes");
  }

  @Test
  void deeplyNestedJsonIsRejected() throws IOException {
    change("manifest.json", json -> "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}");
    rejection(Reason.MALFORMED);

    writeBundle();
    change("tokenizer.json", json -> "[".repeat(100_000));
    rejection(Reason.MALFORMED);

    writeBundle();
    change("golden.jsonl", json -> "[".repeat(100_000));
    rejection(Reason.MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"   ", "null", "[]", "7"})
  void jsonThatIsNotAnObjectIsRejected(String json) throws IOException {
    for (String part : List.of("manifest.json", "tokenizer.json", "golden.jsonl")) {
      writeBundle();
      change(part, before -> json);
      rejection(Reason.MALFORMED);
    }
  }

  @Test
  void aNumberOfAMillionDigitsIsRejected() throws IOException {
    change(
        "manifest.json",
        json -> json.replace("\"threshold\" : 0.5", "\"threshold\" : 0." + "5".repeat(1_000_000)));
    rejection(Reason.MALFORMED);
  }

  @Test
  void aTensorWhoseShapeOverflowsIsRejected() throws IOException {
    header(
        json ->
            json.replaceFirst(
                "\"shape\":\\[[0-9,]*]", "\"shape\":[2147483647,2147483647,2147483647]"));

    assertThat(rejection(Reason.MALFORMED)).hasMessageContaining("overflow");
  }

  @Test
  void tensorsThatShareBytesAreRejected() throws IOException {
    header(json -> json.replaceFirst("\"data_offsets\":\\[0,", "\"data_offsets\":[4,"));

    assertThat(rejection(Reason.MALFORMED)).hasMessageContaining("overlap");
  }

  @Test
  void hugeLayersAreRejectedBeforeAllocation() throws IOException {
    change("manifest.json", json -> json.replaceFirst("\"units\" : \\d+", "\"units\" : 16777216"));

    assertThat(rejection(Reason.MALFORMED)).hasMessageContaining("must have shape");
  }

  @Test
  void textsThatNeedTooMuchMemoryPerThreadAreRejected() throws IOException {
    BundleWriter.write(SmallBundle.wide(200), zip);
    change("manifest.json", json -> json.replace("\"maxLength\" : 5", "\"maxLength\" : 1000000"));

    assertThat(rejection(Reason.MALFORMED)).hasMessageContaining("timesteps");
  }

  @Test
  void goldenTextsThatTakeHoursAreRejected() throws IOException {
    BundleWriter.write(SmallBundle.wide(200), zip);
    change("manifest.json", json -> json.replace("\"maxLength\" : 5", "\"maxLength\" : 50000"));
    String line = "{\"text\":\"" + "a ".repeat(25_000) + "\",\"score\":0.5}\n";
    change("golden.jsonl", json -> line.repeat(80));

    assertThat(rejection(Reason.MALFORMED)).hasMessageContaining("golden texts");
  }

  @Test
  void messagesFromABundleAreShortAndPrintable() throws IOException {
    Map<String, byte[]> entries = BundleEntries.read(zip);
    entries.put("\u001b[2J\n" + "x".repeat(10_000), new byte[0]);
    BundleEntries.write(entries, zip);

    assertThat(rejection(Reason.NOT_A_BUNDLE).getMessage())
        .contains("?[2J?")
        .doesNotContain("\u001b", "\n")
        .hasSizeLessThan(1_000);
  }

  @Test
  void anEntryWhoseNameIsNotInUtf8IsRejected() throws IOException {
    byte[] bytes = Files.readAllBytes(zip);
    int name = 30; // After the local file header, which is at the start of the file.
    assertThat((char) bytes[name]).isEqualTo('m');
    bytes[name] = (byte) 0xff;
    Files.write(zip, bytes);

    assertThat(rejection(Reason.NOT_A_BUNDLE)).hasMessageContaining("damaged");
  }

  @Test
  void aDuplicatePartIsRejected() throws IOException {
    Map<String, byte[]> entries = BundleEntries.read(zip);
    entries.put("golden.jsonX", new byte[0]);
    BundleEntries.write(entries, zip);
    String bytes = new String(Files.readAllBytes(zip), ISO_8859_1);
    Files.write(zip, bytes.replace("golden.jsonX", "golden.jsonl").getBytes(ISO_8859_1));

    assertThat(rejection(Reason.NOT_A_BUNDLE)).hasMessageContaining("golden.jsonl");
  }

  @Test
  void duplicateJsonFieldsAreRejected() throws IOException {
    change("manifest.json", json -> json.replaceFirst("\\{", "{\"threshold\" : 0.9,"));

    assertThat(rejection(Reason.MALFORMED))
        .hasMessageContaining("the field 'threshold' occurs twice");
  }

  /** No field of a manifest is converted from another type. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"formatVersion\" : 3 | \"formatVersion\" : \"3\" | formatVersion must be a whole number from 1 to 3, was \"3\"",
        "\"formatVersion\" : 3 | \"formatVersion\" : 3.0 | formatVersion must be a whole number from 1 to 3, was 3.0",
        "\"formatVersion\" : 3 | \"formatVersion\" : 0 | formatVersion must be a whole number from 1 to 3, was 0",
        "\"formatVersion\" : 3, | | formatVersion is missing",
        "\"maxLength\" : 5 | \"maxLength\" : \"5\" | text.maxLength: must be a whole number of at most 32 bits",
        "\"maxLength\" : 5 | \"maxLength\" : 5.9 | text.maxLength: must be a whole number of at most 32 bits",
        "\"maxLength\" : 5 | \"maxLength\" : 4294967301 | text.maxLength: the number 4294967301",
        "\"maxLength\" : 5 | \"maxLength\" : true | text.maxLength: must be a whole number of at most 32 bits",
        "\"maxLength\" : 5 | \"maxLength\" : null | text.maxLength: must be a whole number",
        "\"padding\" : \"PRE\" | \"padding\" : 0 | text.padding: must be one of PRE, POST, was 0",
        "\"padding\" : \"PRE\" | \"padding\" : \"\" | text.padding: must be one of PRE, POST",
        "\"padding\" : \"PRE\" | \"padding\" : \"front\" | text.padding: must be one of PRE, POST, was front",
        "\"maskZero\" : true | \"maskZero\" : \"true\" | must be true or false",
        "\"maskZero\" : true | \"maskZero\" : 1 | must be true or false",
        "\"threshold\" : 0.5 | \"threshold\" : \"0.5\" | threshold: must be a number",
        "\"threshold\" : 0.5 | \"threshold\" : NaN | NaN at line",
        "\"threshold\" : 0.5 | \"treshold\" : 0.5 | threshold is missing",
        "\"threshold\" : 0.5 | \"threshold\" : 0.5, \"more\" : 1 | more: is not a known field",
        "\"version\" : \"1\" | \"version\" : 1 | version: must be a string",
        "\"labels\" : [ \"negative\", | \"labels\" : [ 0, | labels[0]: must be a string",
        "\"type\" : \"Embedding\" | \"type\" : \"Conv1D\" | the type 'Conv1D' is not known",
        "\"training\" : { | \"training\" : { \"a\" : 5, | training.a: must be a string",
      })
  void valueOfAnotherTypeInTheManifestIsNamed(String from, String to, String problem)
      throws IOException {
    change("manifest.json", json -> json.replace(from, Objects.requireNonNullElse(to, "")));
    assertThat(rejection(Reason.MALFORMED))
        .hasMessageContaining("manifest.json is malformed: ")
        .hasMessageContaining(problem)
        .hasMessageNotContaining("Jackson")
        .hasMessageNotContaining("Feature")
        .hasMessageNotContaining("`");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"score\":0 | \"score\":\"0\",\"x\":0 | line 1:",
        "\"text\":\" | \"text\":5,\"a\":\" | line 1: text: must be a string",
        "{\"text\" | {\"text\":\"a\",\"text\" | line 1: the field 'text' occurs twice",
      })
  void valueOfAnotherTypeInTheGoldenScoresIsNamed(String from, String to, String problem)
      throws IOException {
    change("golden.jsonl", json -> json.replaceFirst(Pattern.quote(from), to));
    assertThat(rejection(Reason.MALFORMED)).hasMessageContaining(problem);
  }

  @Test
  void scoreInAStringIsRejected() throws IOException {
    change("golden.jsonl", json -> json.replaceFirst("\"score\":([0-9.]+)", "\"score\":\"$1\""));
    assertThat(rejection(Reason.MALFORMED)).hasMessageContaining("must be a number");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"data_offsets\":[0, | \"data_offsets\":[\"0\",",
        "\"data_offsets\":[0, | \"data_offsets\":[0.0,",
        "\"data_offsets\":[0, | \"data_offsets\":[4294967296,",
        "\"dtype\":\"F32\" | \"dtype\":32",
      })
  void valueOfAnotherTypeInTheHeaderOfTheWeightsIsRejected(String from, String to)
      throws IOException {
    header(json -> json.replace(from, to));
    assertThat(rejection(Reason.MALFORMED)).hasMessageContaining("header is malformed");
  }

  @Test
  void aMuchNewerFormatIsNamedByItsVersion() throws IOException {
    change(
        "manifest.json",
        json -> json.replace("\"formatVersion\" : 3", "\"formatVersion\" : 4294967297"));
    assertThat(rejection(Reason.NEWER_FORMAT)).hasMessageContaining("version is 4294967297");
  }

  @Test
  void aFolderInsteadOfAFileIsRejected() throws IOException {
    Files.delete(zip);
    Files.createDirectory(zip);

    assertThat(rejection(Reason.UNREADABLE)).hasMessageContaining("not a file");
  }

  private InvalidBundleException rejection(Reason reason) {
    InvalidBundleException rejected =
        catchThrowableOfType(InvalidBundleException.class, () -> BundleReader.read(folder));
    assertThat(rejected).isNotNull();
    assertThat(rejected.reason()).as(rejected.getMessage()).isEqualTo(reason);
    return rejected;
  }

  private void change(String entry, UnaryOperator<String> change) throws IOException {
    Map<String, byte[]> entries = BundleEntries.read(zip);
    String before = new String(part(entries, entry), UTF_8);
    String after = change.apply(before);
    assertThat(after).isNotEqualTo(before);
    entries.put(entry, after.getBytes(UTF_8));
    BundleEntries.writeWithChecksums(entries, zip);
  }

  /** Changes the header of the weights. */
  private void header(UnaryOperator<String> change) throws IOException {
    Map<String, byte[]> entries = BundleEntries.read(zip);
    ByteBuffer weights =
        ByteBuffer.wrap(part(entries, "weights.safetensors")).order(ByteOrder.LITTLE_ENDIAN);
    byte[] before = new byte[Math.toIntExact(weights.getLong())];
    weights.get(before);
    byte[] after = change.apply(new String(before, UTF_8)).getBytes(UTF_8);
    assertThat(after).isNotEqualTo(before);
    ByteBuffer changed =
        ByteBuffer.allocate(Long.BYTES + after.length + weights.remaining())
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(after.length)
            .put(after)
            .put(weights);
    entries.put("weights.safetensors", changed.array());
    BundleEntries.writeWithChecksums(entries, zip);
  }

  private static byte[] part(Map<String, byte[]> entries, String name) {
    return Objects.requireNonNull(entries.get(name), name);
  }
}
