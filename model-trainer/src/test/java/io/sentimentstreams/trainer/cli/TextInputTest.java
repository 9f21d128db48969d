package io.sentimentstreams.trainer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sentimentstreams.model.text.KerasTokenizerJson;
import io.sentimentstreams.model.text.Tokenizer;
import io.sentimentstreams.model.text.TokenizerSettings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text files and standard input of commands, in each encoding. */
class TextInputTest {

  private static final String TEXTS = "Terrible\nA lovely film\n";

  @TempDir private static Path models;
  private static Path bundle = Path.of("");

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeAll
  static void train() throws IOException {
    Path data = models.resolve("reviews.csv");
    Files.writeString(data, "text,label\n" + "terrible caf\u00e9,0\nlovely film,1\n".repeat(20));
    bundle = models.resolve("bundle");
    new TypedCommands()
        .succeed(
            "train",
            "--data",
            data,
            "--cell",
            "none",
            "--pooling",
            "average",
            "--embedding-dim",
            "4",
            "--epochs",
            "1",
            "--no-report",
            "--out",
            bundle);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32BE"})
  void markOnStandardInputChangesNoScore(String charset) throws IOException {
    String expected = predict(TEXTS.getBytes(StandardCharsets.UTF_8));
    assertThat(expected.lines()).hasSize(2).first().asString().contains("1 tokens, 1 known");

    for (String end : List.of("\n", "\r\n", "\r")) {
      byte[] marked = ("\uFEFF" + TEXTS.replace("\n", end)).getBytes(charset);
      assertThat(predict(marked)).isEqualTo(expected);
      assertThat(predict(gzip(marked))).isEqualTo(expected);
    }
  }

  @Test
  void charsetOfStandardInputIsSelectable() throws IOException {
    byte[] latin = "Terrible caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
    byte[] utf8 = "Terrible caf\u00e9\n".getBytes(StandardCharsets.UTF_8);

    assertThat(predict(latin, "--charset", "latin-1")).isEqualTo(predict(utf8));
    assertThat(run(latin, "predict", "--bundle", bundle)).isEqualTo(1);
    assertThat(err.toString())
        .isEqualTo(
            "error: standard input: line 1: not valid UTF-8 (byte 0xE9 at column 13). Use --charset"
                + " with the encoding of the file, such as --charset windows-1252, or correct the"
                + " text.\n");
    assertThat(run(latin, "predict", "--bundle", bundle, "--charset", "klingon")).isEqualTo(2);
    assertThat(err.toString()).contains("Unknown charset: 'klingon'. Use a name such as UTF-8");
  }

  @Test
  void vectorizedLinesAreDecoded() throws IOException {
    Path tokenizer = tokenizer("good bad");
    Path lines = folder.resolve("lines.txt");
    Files.write(lines, gzip("\uFEFFgood\r\nbad good\r\n".getBytes(StandardCharsets.UTF_16LE)));

    assertThat(run(new byte[0], "vectorize", "--mode", "sequence", "--tokenizer", tokenizer, lines))
        .as(err::toString)
        .isZero();
    assertThat(out.toString().strip().lines().map(String::strip)).containsExactly("[1]", "[2,1]");
  }

  @ParameterizedTest
  @CsvSource({"UTF-8", "UTF-16LE", "UTF-16BE"})
  void tokenizersAreDecoded(String charset) throws IOException {
    Path tokenizer = tokenizer("good bad");
    Files.write(tokenizer, ("\uFEFF" + Files.readString(tokenizer)).getBytes(charset));

    assertThat(
            run(
                "bad\n".getBytes(StandardCharsets.UTF_8),
                "vectorize",
                "--mode",
                "sequence",
                "--tokenizer",
                tokenizer))
        .as(err::toString)
        .isZero();
    assertThat(out.toString().strip()).isEqualTo("[2]");
  }

  @Test
  void pickledTokenizerIsNamed() throws IOException {
    Path pickle =
        Files.write(
            folder.resolve("tokenizer.pickle"), new byte[] {(byte) 0x80, 4, (byte) 0x95, 1});

    assertThat(run(new byte[0], "vectorize", "--mode", "sequence", "--tokenizer", pickle))
        .isEqualTo(1);
    assertThat(err.toString())
        .isEqualTo(
            "error: %1$s: a Python pickle. Convert it: python -c \"import pickle; print(pickle.load(open('%1$s', 'rb')).to_json())\" > '%1$s.json'.\n"
                .formatted(pickle));
  }

  @Test
  void evaluationReadsTablesInEachLayout() throws IOException {
    String rows = "text;label\nTerrible;0\nA lovely film;1\n";
    Path file = Files.writeString(folder.resolve("r.csv"), rows, StandardCharsets.UTF_16LE);

    assertThat(run(new byte[0], "evaluate", "--bundle", bundle, "--data", file)).isEqualTo(1);
    assertThat(err.toString())
        .contains("UTF-16LE without a byte order mark. Use --charset UTF-16LE.");
    assertThat(
            run(
                new byte[0],
                "evaluate",
                "--bundle",
                bundle,
                "--data",
                file,
                "--charset",
                "UTF-16LE"))
        .isEqualTo(1);
    assertThat(err.toString()).contains("Use --delimiter ';'.");
    assertThat(
            run(
                new byte[0],
                "evaluate",
                "--bundle",
                bundle,
                "--data",
                file,
                "--charset",
                "utf-16",
                "--delimiter",
                ";"))
        .as(err::toString)
        .isZero();
    assertThat(out.toString()).contains("2 ");
    assertThat(
            run(new byte[0], "evaluate", "--bundle", bundle, "--data", file, "--delimiter", ";;"))
        .isEqualTo(2);
    assertThat(err.toString()).contains("Invalid delimiter: ';;'. Use one character, or tab.");
  }

  private Path tokenizer(String text) throws IOException {
    Tokenizer fitted = Tokenizer.fit(TokenizerSettings.keras(), List.of(text));
    return Files.writeString(folder.resolve("tokenizer.json"), KerasTokenizerJson.write(fitted));
  }

  private String predict(byte[] in, String... more) {
    Object[] args = new Object[3 + more.length];
    args[0] = "predict";
    args[1] = "--bundle";
    args[2] = bundle;
    System.arraycopy(more, 0, args, 3, more.length);
    assertThat(run(in, args)).as(err::toString).isZero();
    return out.toString();
  }

  private int run(byte[] in, Object... args) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return ModelTrainer.run(
        Arrays.stream(args).map(Object::toString).toArray(String[]::new),
        new ByteArrayInputStream(in),
        new PrintWriter(out, true),
        new PrintWriter(err, true),
        InstantSource.system());
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
      out.write(bytes);
    }
    return compressed.toByteArray();
  }
}
