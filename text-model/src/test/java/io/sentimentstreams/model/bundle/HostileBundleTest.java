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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bundles that someone made to do harm, with checksums that are right. */
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
  void jsonThatIsNestedTooDeepIsRejected() throws IOException {
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
  void jsonThatIsNoObjectIsRejected(String json) throws IOException {
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
  void layersOfAnySizeAreRejectedBeforeTheyAreMade() throws IOException {
    change("manifest.json", json -> json.replaceFirst("\"units\" : \\d+", "\"units\" : 16777216"));

    assertThat(rejection(Reason.MALFORMED)).hasMessageContaining("must have shape");
  }

  @Test
  void textsThatTakeMoreMemoryThanAThreadGetsAreRejected() throws IOException {
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
  void whatABundleSaysNeitherCommandsATerminalNorFillsALog() throws IOException {
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
    int name = 30; // Behind the local file header, which stands first.
    assertThat((char) bytes[name]).isEqualTo('m');
    bytes[name] = (byte) 0xff;
    Files.write(zip, bytes);

    assertThat(rejection(Reason.NOT_A_BUNDLE)).hasMessageContaining("damaged");
  }

  @Test
  void aPartThatIsThereTwiceIsRejected() throws IOException {
    Map<String, byte[]> entries = BundleEntries.read(zip);
    entries.put("golden.jsonX", new byte[0]);
    BundleEntries.write(entries, zip);
    String bytes = new String(Files.readAllBytes(zip), ISO_8859_1);
    Files.write(zip, bytes.replace("golden.jsonX", "golden.jsonl").getBytes(ISO_8859_1));

    assertThat(rejection(Reason.NOT_A_BUNDLE)).hasMessageContaining("golden.jsonl");
  }

  @Test
  void jsonThatSaysAThingTwiceIsRejected() throws IOException {
    change("manifest.json", json -> json.replaceFirst("\\{", "{\"threshold\" : 0.9,"));

    assertThat(rejection(Reason.MALFORMED)).hasMessageContaining("Duplicate field");
  }

  @Test
  void aFolderInTheFilesPlaceIsRejected() throws IOException {
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

  /** Changes what the weights' header says. */
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
