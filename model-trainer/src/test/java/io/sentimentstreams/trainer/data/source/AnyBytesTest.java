package io.sentimentstreams.trainer.data.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.sentimentstreams.trainer.data.BadLineLimit;
import io.sentimentstreams.trainer.data.InvalidDataException;
import io.sentimentstreams.trainer.data.Split;
import io.sentimentstreams.trainer.data.label.LabelSettings;
import io.sentimentstreams.trainer.data.table.ReadSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Any content of a file results in texts or an {@link InvalidDataException}. */
class AnyBytesTest {

  private static final ReadSettings LENIENT =
      new ReadSettings(
          Optional.empty(),
          Optional.empty(),
          LabelSettings.inferred(),
          new BadLineLimit.Percent(100));

  private static Path folder = Path.of("");

  @BeforeContainer
  static void makeFolder() throws IOException {
    folder = Files.createTempDirectory("any-bytes");
  }

  @AfterContainer
  static void removeFolder() throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  @Property(tries = 300)
  void randomBytes(@ForAll("names") String name, @ForAll @Size(max = 600) byte[] bytes)
      throws IOException {
    readsOrRejects(Files.write(folder.resolve(name), bytes));
  }

  @Property(tries = 600)
  void randomRows(@ForAll("rowNames") String name, @ForAll("fragments") List<String> fragments)
      throws IOException {
    boolean json = name.contains("json");
    String header = json ? "" : "text\tlabel\n".replace('\t', name.contains("csv") ? ',' : '\t');
    Path file = folder.resolve(name);
    try (OutputStream out = ReviewFiles.compressed(file)) {
      out.write(header.getBytes(StandardCharsets.UTF_8));
      out.write(String.join("", fragments).getBytes(StandardCharsets.ISO_8859_1));
    }
    readsOrRejects(file);
  }

  @Property(tries = 400)
  void mutatedFiles(
      @ForAll("names") String name,
      @ForAll @Size(min = 1, max = 6) List<@IntRange(max = 1 << 20) Integer> places,
      @ForAll byte change)
      throws IOException {
    byte[] bytes = whole(name);
    for (int place : places) {
      bytes[place % bytes.length] += (byte) (change | 1);
    }
    int length = change == 0 ? bytes.length / 2 : bytes.length;
    readsOrRejects(Files.write(folder.resolve(name), Arrays.copyOf(bytes, length)));
  }

  private static byte[] whole(String name) throws IOException {
    Path file = folder.resolve(name);
    if (ArchiveFiles.isArchive(file)) {
      return Files.readAllBytes(ReviewFiles.archive(file));
    }
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    content.writeBytes(
        """
        text,label,split
        "a, ""good"" film",1,train
        weak,0,test
        """
            .getBytes(StandardCharsets.UTF_8));
    try (OutputStream out = ReviewFiles.compressed(file)) {
      content.writeTo(out);
    }
    return Files.readAllBytes(file);
  }

  private static void readsOrRejects(Path file) {
    DataSource source = DataSource.of(file, LENIENT);
    for (Split split : List.of(Split.TRAIN, Split.TEST)) {
      try {
        assertThat(source.read(split).texts()).isNotEmpty();
      } catch (InvalidDataException e) {
        assertThat(e).hasMessageContaining(file.toString()).hasMessageEndingWith(".");
      }
    }
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.of(
        "a.csv",
        "a.csv.gz",
        "a.csv.xz",
        "a.csv.zst",
        "a.tsv",
        "a.tsv.zst",
        "a.jsonl",
        "a.jsonl.xz",
        "a.json",
        "a.csv.bz2",
        "a.tar",
        "a.tgz",
        "a.tar.xz",
        "a.tar.zst");
  }

  @Provide
  Arbitrary<String> rowNames() {
    return Arbitraries.of(
        "r.csv", "r.tsv", "r.jsonl", "r.json", "r.csv.gz", "r.tsv.zst", "r.jsonl.xz");
  }

  /** Fragments for random files that are nearly valid. */
  @Provide
  Arbitrary<List<String>> fragments() {
    return Arbitraries.frequencyOf(
            Tuple.of(
                8,
                Arbitraries.of(
                    "\n",
                    "\r\n",
                    ",",
                    "\t",
                    "\"",
                    "\"\"",
                    "1",
                    "0",
                    "good",
                    "{\"text\":\"good\",",
                    "\"label\":1}",
                    "{\"text\":\"bad\",\"label\":\"0\"}\n",
                    "good,1\n",
                    "bad\t0\n",
                    "\u00c3\u00a9",
                    "\u00e9",
                    "\\ud800",
                    "\u00ed\u00a0\u0080",
                    "[",
                    "}",
                    ":")),
            Tuple.of(1, Arbitraries.strings().withCharRange('\0', '\u00ff').ofMaxLength(20)))
        .list()
        .ofMaxSize(30);
  }
}
