package io.sentimentstreams.trainer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sentimentstreams.model.text.Analyzer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The vectorize command. */
class VectorizeCommandTest {

  private static final String TWO = "The cat sat on the mat.\nThe dog ate my homework.\n";

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private byte[] standardInput = new byte[0];
  private Path texts = Path.of("");

  @BeforeEach
  void writeTexts() throws IOException {
    texts = Files.writeString(folder.resolve("texts.txt"), TWO);
  }

  @Test
  void tokenizerIsFittedOnTheInputAndSaved() {
    Path saved = folder.resolve("t.json");
    assertThat(run("--save-tokenizer", saved, texts)).isZero();
    assertThat(out).hasToString("9 tokens in 2 texts%n".formatted());

    standardInput = "the cat homework\r\nnothing known".getBytes(StandardCharsets.UTF_8);
    assertThat(run("--mode", "sequence", "--tokenizer", saved)).isZero();
    assertThat(out).hasToString("[1,2,9]\n[]\n");
  }

  @Test
  void standardInputCanBeFittedInOnePass() {
    standardInput = TWO.getBytes(StandardCharsets.UTF_8);
    assertThat(run()).isZero();
    assertThat(out).hasToString("9 tokens in 2 texts%n".formatted());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "--mode tokens | ['the','cat','sat','on','the','mat']",
        "--mode sequence | [1,2,3,4,1,5]",
        "--mode sequence --max-length 4 --truncating post | [1,2,3,4]",
        "--mode sequence --max-length 8 --padding post --value 7 | [1,2,3,4,1,5,7,7]",
        "--mode texts --num-words 3 | 'the cat the'",
        "--mode one-hot --max-length 2 --num-words 3 --dtype int32 | [[0,1,0],[0,0,1]]",
        "--mode chars --max-length 1 --rows sparse"
            + " | {'shape':[1,101],'indices':[[0,56]],'values':[1.0]}",
        "--mode hashing --hash md5 --space 1000 | [132,759,622,379,132,962]",
        "--mode hashing --space 10 --max-length 3 | [9,2,5]",
        "--mode ngrams --ngrams 2 | {'the cat':1,'cat sat':1,'sat on':1,'on the':1,'the mat':1}",
        "--mode ngrams --ngrams 3 --space 5 | [0,0,0,2,2]",
        "--mode binary | [0.0,1.0,1.0,1.0,1.0,1.0,0.0,0.0,0.0,0.0]",
        "--mode count --dtype int64 --num-words 3 --rows sparse"
            + " | {'shape':[3],'indices':[1,2],'values':[2,1]}",
        "--mode freq --num-words 2 --format csv | 0.0,1.0",
        "--mode sequence --format csv | 1,2,3,4,1,5",
      })
  void firstTextBecomes(String options, String row) {
    String typed = options.strip();
    assertThat(run(Stream.concat(Arrays.stream(typed.split(" ", -1)), Stream.of(texts)).toArray()))
        .as(err.toString())
        .isZero();
    assertThat(out.toString().lines()).hasSize(2).first().isEqualTo(row.replace('\'', '"'));
  }

  @Test
  void tokenizerIsFittedOnKoreanMorphemes() throws IOException {
    Path korean = Files.writeString(folder.resolve("korean.txt"), "영화는 좋았다\n영화가 좋다\n");
    assertThat(run("--mode", "sequence", "--analyzer", "nori", korean)).isZero();
    assertThat(out).hasToString("[1,4,2,5,3]\n[1,6,2,3]\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "keras | Its ending、面白くなかった | ['its','ending、面白くなかった']",
        "standard | Its ending、面白い | ['its','ending','面','白','い']",
        "nori | 영화는 좋았다 | ['영화','는','좋','았','다']",
        "kuromoji | 面白くなかった | ['面白く','なかっ','た']",
        "smartcn | 这部电影非常好看。 | ['这部','电影','非常','好看','。']",
        "icu | หนังสนุกมาก | ['หนัง','สนุก','มาก']",
        "ICU | A film | ['a','film']"
      })
  void eachAnalyzerSplitsTexts(String analyzer, String text, String row) throws IOException {
    Path file = Files.writeString(folder.resolve("text.txt"), text);
    assertThat(run("--mode", "tokens", "--analyzer", analyzer, file)).as(err.toString()).isZero();
    assertThat(out.toString().strip()).isEqualTo(row.replace('\'', '"'));
  }

  @Test
  void anUnknownAnalyzerIsRejectedWithAllNames() {
    assertThat(run("--mode", "tokens", "--analyzer", "mecab", texts)).isEqualTo(2);
    assertThat(err.toString())
        .contains(
            "--analyzer must be keras, standard, nori, kuromoji, smartcn or icu, was 'mecab'");
  }

  @Test
  void anAnalyzerNeedsASpaceAsSeparator() {
    assertThat(run("--mode", "tokens", "--analyzer", "icu", "--separator", "|", texts))
        .isEqualTo(2);
    assertThat(err.toString()).contains("--analyzer joins words with spaces. Remove --separator");
  }

  @Test
  void theHelpHasALineForEachAnalyzer() {
    assertThat(run("--help")).isZero();
    List<String> lines = out.toString().lines().map(String::strip).toList();
    for (Analyzer analyzer : Analyzer.values()) {
      String start = "With " + analyzer.displayName() + " it ";
      assertThat(String.join(" ", lines)).contains(start + analyzer.purpose() + ".");
      assertThat(lines).anyMatch(line -> line.startsWith(start));
    }
  }

  @Test
  void numpyFileHasItsShapeInTheHeaderAndRowsBehindIt() throws IOException {
    Path file = folder.resolve("x.npy");
    assertThat(
            run(
                "--mode",
                "sequence",
                "--max-length",
                "longest",
                "--format",
                "npy",
                "--out",
                file,
                texts))
        .as(err.toString())
        .isZero();

    ByteBuffer npy = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(npy.get(0)).isEqualTo((byte) 0x93);
    assertThat(text(npy, 1, 5)).isEqualTo("NUMPY");
    int data = 10 + npy.getShort(8);
    assertThat(data % 64).isZero();
    assertThat(text(npy, 10, data - 10))
        .startsWith("{'descr': '<i4', 'fortran_order': False, 'shape': (2, 6,), }")
        .endsWith("\n");
    int[] numbers = new int[12];
    npy.position(data).slice().order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(numbers);
    assertThat(numbers).containsExactly(1, 2, 3, 4, 1, 5, 0, 1, 6, 7, 8, 9);
    assertThat(npy.limit()).isEqualTo(data + 48);
    assertThat(err.toString()).contains("wrote 2 rows to");
    assertThat(folder.resolve("x.npy.part")).doesNotExist();
  }

  @Test
  void oneHotNumpyFileHasThreeDimensions() throws IOException {
    Path file = folder.resolve("x.npy");
    assertThat(
            run("--mode", "chars", "--max-length", "50", "--format", "npy", "--out", file, texts))
        .isZero();
    assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
        .contains("'<f4'", "'shape': (2, 50, 101,)");
    assertThat(file).hasSize(192 + 2 * 50 * 101 * 4);
  }

  @Test
  void reviewsOfADataSetAreTexts() throws IOException {
    Path csv = folder.resolve("reviews.csv");
    Files.writeString(csv, "split,text,label\ntrain,\"good, good film\",1\ntest,bad,0\n");

    assertThat(run("--data", csv, "--mode", "sequence")).isZero();
    assertThat(out).hasToString("[1,1,2]\n");
    assertThat(run("--data", csv, "--split", "test", "--mode", "tokens")).isZero();
    assertThat(out).hasToString("[\"bad\"]\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--mode sequence | --tokenizer FILE",
        "--mode hashing --space 9 --max-length longest | --max-length N",
        "--mode tokens --format npy | --out FILE",
        "--mode tokens --format npy --out x.npy | --max-length N",
        "--mode tokens --format csv --rows sparse | --rows sparse needs --format json",
        "--mode ngrams --format csv | --space N",
        "--mode ngrams --ngrams 2-1 | 1 <= shortest <= longest",
        "--mode ngrams --ngrams two | --ngrams must be a number or a range",
        "--mode hashing | hashing needs --space N",
        "--mode hashing --space 1 | n must be at least 2, was 1",
        "--mode one-hot --space 9 | one-hot needs --max-length N",
        "--mode chars --max-length 0 | --max-length must be 1 to 1000000, or longest, was '0'",
        "--mode tokens --max-length 3 | --max-length: not used by --mode tokens",
        "--mode hashing --space 9 --value 1 | need --max-length N",
        "--mode tokens --tokenizer t.json --no-lower | --tokenizer contains its settings",
        "--mode tokens --data x --input json | --data excludes FILE and --input",
        "--mode texts --input sequences | --tokenizer FILE or --fit",
        "--mode chars --max-length 1000000 --rows dense | 101000000 numbers",
        "--mode letters | --mode must be tokens, sequence,",
      })
  void usageErrorsAreOneLineWithExitCode2(String typed) {
    String[] parts = typed.split(" \\| ", -1);
    assertThat(run((Object[]) parts[0].split(" ", -1))).isEqualTo(2);
    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .startsWith("error: ")
        .contains(parts[1], "model-trainer vectorize --help");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void badLinesAreNamedWithExitCode1() {
    standardInput = new byte[] {'o', 'k', '\n', (byte) 0xff, '\n'};
    assertThat(run("--mode", "tokens")).isEqualTo(1);
    assertThat(err.toString()).startsWith("error: standard input: line 2: ");

    standardInput = "\"a\"\n{\"txt\": 1}\n".getBytes(StandardCharsets.UTF_8);
    assertThat(run("--mode", "tokens", "--input", "json")).isEqualTo(1);
    assertThat(err.toString()).startsWith("error: standard input: line 2: ");

    standardInput = "[1,\"2\"]".getBytes(StandardCharsets.UTF_8);
    assertThat(run("--mode", "sequence", "--input", "sequences")).isEqualTo(1);
    assertThat(err.toString()).contains("line 1: ", "[1, 2, 3]");

    standardInput = "[1]\n[2.5]\n".getBytes(StandardCharsets.UTF_8);
    assertThat(run("--mode", "sequence", "--input", "sequences")).isEqualTo(1);
    assertThat(err.toString()).startsWith("error: text 2: ").contains("2.5", "--dtype float32");

    assertThat(run("--mode", "tokens", folder.resolve("none"))).isEqualTo(1);
    assertThat(err.toString()).contains(folder.resolve("none").toString());
  }

  @Test
  void incompleteFilesAreNotWritten() throws IOException {
    Path bad = Files.write(folder.resolve("bad.txt"), new byte[] {'a', '\n', (byte) 0xff});
    Path file = folder.resolve("x.json");
    assertThat(run("--mode", "tokens", "--out", file, bad)).isEqualTo(1);
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("texts.txt", "bad.txt");
  }

  private static String text(ByteBuffer bytes, int from, int length) {
    byte[] part = new byte[length];
    bytes.get(from, part);
    return new String(part, StandardCharsets.ISO_8859_1);
  }

  private int run(Object... args) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return ModelTrainer.run(
        Stream.concat(Stream.of("vectorize"), Arrays.stream(args))
            .map(Object::toString)
            .toArray(String[]::new),
        new ByteArrayInputStream(standardInput),
        new PrintWriter(out, true),
        new PrintWriter(err, true),
        InstantSource.system());
  }
}
