package io.sentimentstreams.trainer.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sentimentstreams.trainer.data.BadLineLimit;
import io.sentimentstreams.trainer.data.InvalidDataException;
import io.sentimentstreams.trainer.data.LabelledText;
import io.sentimentstreams.trainer.data.LabelledTexts;
import io.sentimentstreams.trainer.data.Labels;
import io.sentimentstreams.trainer.data.Split;
import io.sentimentstreams.trainer.data.label.LabelSettings;
import io.sentimentstreams.trainer.data.table.FileLayout;
import io.sentimentstreams.trainer.data.table.ReadSettings;
import io.sentimentstreams.trainer.file.Encoding;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Data sets as their publishers and other programs write them. */
class DataLayoutsTest {

  private static final TrainingData.Holdout HOLDOUT = new TrainingData.Holdout(0.2, 1);

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // Kaggle IMDB, Amazon 2018, Amazon 2023, Yelp, Amazon on Kaggle, SST-2, NSMC, TripAdvisor
        "r.csv | review,sentiment | good,positive | weak,negative",
        "r.csv | Id,ProductId,Score,Time,Summary,Text | 1,B1,1,9,nice,good | 2,B1,0,9,bad,weak",
        "r.csv | sentence,label,idx | good,1,0 | weak,0,1",
        "r.csv | Review,Rating | good,1 | weak,0",
        "r.csv | ,Text,Label | 0,good,pos | 1,weak,neg",
        "r.csv | label,title,content | 1,nice,good | 0,bad,weak",
        "r.csv | star_rating,review_body | 1,good | 0,weak",
        "r.json | '' | {\"overall\": 1, \"reviewText\": \"good\", \"summary\": \"a\"} | {\"overall\": 0, \"reviewText\": \"weak\"}",
        "r.jsonl | '' | {\"rating\": 1, \"title\": \"t\", \"text\": \"good\", \"images\": []} | {\"rating\": 0, \"title\": \"t\", \"text\": \"weak\"}",
        "r.json | '' | {\"review_id\": \"x\", \"stars\": 1, \"text\": \"good\", \"useful\": 0} | {\"stars\": 0, \"text\": \"weak\"}",
        "r.json | '' | {\"Text\": \"good\", \"Label\": true, \"n\": NaN} | {\"Text\": \"weak\", \"Label\": false}",
      })
  void columnsAreFoundByTheirUsualNames(String name, String header, String good, String weak)
      throws IOException {
    String content = (header.isEmpty() ? "" : header + "\n") + good + "\n" + weak + "\n";
    List<String> labels = content.contains("true") ? List.of("false", "true") : List.of();

    LabelledTexts read =
        DataSource.of(
                write(name, content),
                labels.isEmpty()
                    ? ReadSettings.standard()
                    : ReadSettings.standard().withLabels(new Labels(labels)))
            .read(Split.TRAIN);

    assertThat(read.texts()).extracting(LabelledText::text).containsExactly("good", "weak");
    assertThat(read.texts()).extracting(LabelledText::positive).containsExactly(true, false);
    assertThat(read.badLines().count()).isZero();
  }

  @Test
  void unusualColumnsAreReported() throws IOException {
    Path file = write("r.csv", "overall,reviewText,label_2\n1,good,x\n0,weak,y\n");

    assertThat(DataSource.of(file).read(Split.TRAIN).badLines().warnings())
        .containsExactly(file + ": text: column 'reviewText', label: column 'overall'");
  }

  @Test
  void numbersAndBooleansAreLabels() throws IOException {
    StringBuilder rows = new StringBuilder();
    for (String label : List.of("1.0", "2.0", "3.0", "4.0", "5.0")) {
      rows.append("{\"reviewText\": \"film\", \"overall\": %s}%n".formatted(label).repeat(5));
    }
    assertThat(DataSource.of(write("stars.json", rows.toString())).read(Split.TRAIN).texts())
        .extracting(LabelledText::label)
        .hasSize(25)
        .containsSequence(0, 1)
        .containsOnly(0, 1, 2, 3, 4);
  }

  @Test
  void sentiment140IsReadWithoutHeader() throws IOException {
    String row =
        "\"%d\",\"14678%d\",\"Mon Apr 06 22:19:45 PDT 2009\",\"NO_QUERY\",\"user\",\"caf\u00e9 %s\"\n";
    Path file = folder.resolve("training.1600000.processed.noemoticon.csv");
    Files.writeString(
        file,
        row.formatted(0, 1, "weak") + row.formatted(1, 2, "good"),
        StandardCharsets.ISO_8859_1);

    assertThatThrownBy(() -> DataSource.of(file).read(Split.TRAIN))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageEndingWith(
            "line 1: no header, but a row of data with 6 columns."
                + " Use --no-header --text-column 3 --label-column 1, or add a header.");
    assertThat(
            DataSource.of(file, layout("latin-1", null, false, "6", "1")).read(Split.TRAIN).texts())
        .containsExactly(
            new LabelledText("000000001", "caf\u00e9 weak", false),
            new LabelledText("000000002", "caf\u00e9 good", true));
    assertThatThrownBy(
            () -> DataSource.of(file, layout("latin-1", null, false, "7", "1")).read(Split.TRAIN))
        .hasMessageContaining("no column 7, there are 6. Use --text-column ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "r.csv ~ text;label ~ separated by ';' instead of ','. Use --delimiter ';'.",
        "r.csv ~ \"text\";\"label\" ~ separated by ';' instead of ','. Use --delimiter ';'.",
        "r.csv ~ text\tlabel ~ separated by tabs instead of ','. Use --delimiter tab.",
        "r.csv ~ words|mark ~ separated by '|' instead of ','. Use --delimiter '|'.",
        "r.tsv ~ text,label ~ separated by ',' instead of tabs. Use --delimiter ','.",
        "r.tsv ~ \"text\"\t\"label\" ~ the columns are quoted. Use --delimiter tab.",
        "r.csv ~ sep=; ~ a line for Excel, 'sep=;', instead of the header. Remove the line, and use --delimiter ';'.",
        "r.csv ~ {\"text\": \"good\", \"label\": 1} ~ JSON instead of a header. Rename the file to r.json.",
        "r.tsv ~ [{\"text\": \"good\", \"label\": 1}, ~ JSON instead of a header. Rename the file to r.json.",
        "r.csv ~ __label__1 good film ~ lines of fastText instead of a header.",
        "r.json ~ text,label ~ line 1: not JSON, but 'text,label'. Write one object per line, or rename a table to .csv or .tsv.",
        "r.jsonl ~ \"text\",\"label\" ~ line 1: not JSON, but '\"text\",\"label\"'. Write one object per line, or rename a table to .csv or .tsv.",
        "r.csv ~ 1,a good film of the year ~ no header, but a row of data with 2 columns. Use --no-header --text-column 2 --label-column 1, or add a header.",
      })
  void otherLayoutsUnderTheNameAreNamed(String name, String header, String message)
      throws IOException {
    Path file = write(name, header + "\ngood,1\n");
    assertThatThrownBy(() -> DataSource.of(file).read(Split.TRAIN))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining(message)
        .hasMessageStartingWith(file + ": line 1: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {";", "\t", "|", ","})
  void delimiterIsSelectable(String delimiter) throws IOException {
    String rows = "\"text\"#\"label\"\n\"a \"\"good\"\"#film\"#1\n".replace("#", delimiter);
    for (String name : List.of("r.csv", "r.tsv")) {
      assertThat(
              DataSource.of(
                      write(name, rows), layout("utf-8", delimiter.charAt(0), true, null, null))
                  .read(Split.TRAIN)
                  .texts())
          .extracting(LabelledText::text)
          .containsExactly("a \"good\"" + delimiter + "film");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "train, validation, test",
    "TRAIN, Validation, TEST",
    "training, valid, testing",
    "' train ', val, Test",
    "Train, dev, test",
    "train, development, test",
    "train, eval, test",
  })
  void splitsHaveTheirUsualNames(String train, String validation, String test) throws IOException {
    Path file =
        write(
            "r.csv",
            "text,label,split\none,1,%1$s\ntwo,0,%1$s\nthree,1,%2$s\nfour,0,%3$s\nfive,0,unsupervised\n"
                .formatted(train, validation, test));

    LabelledTexts read = DataSource.of(file).read(Split.TRAIN);

    assertThat(read.texts()).extracting(LabelledText::text).containsExactly("one", "two");
    assertThat(read.badLines().count()).isZero();
    assertThat(read.warnings())
        .containsExactly(
            file + ": left out 1 rows of split unsupervised",
            "left out the reviews of split validation");
    assertThat(DataSource.of(file).read(Split.TEST).texts())
        .extracting(LabelledText::text)
        .containsExactly("four");
    TrainingData data = TrainingData.read(DataSource.of(file), Optional.empty(), HOLDOUT);
    assertThat(data.parts().training())
        .extracting(LabelledText::text)
        .containsExactly("one", "two");
    assertThat(data.parts().validation()).extracting(LabelledText::text).containsExactly("three");
    assertThat(data.holdout().share()).isEqualTo(1.0 / 3);
    assertThat(data.badLines().warnings())
        .contains(file + ": the validation split is the 1 reviews of split validation");
    assertThat(
            TrainingData.read(DataSource.of(file), Optional.empty(), data.holdout()).fingerprints())
        .isEqualTo(data.fingerprints());
  }

  @Test
  void emptySplitColumnIsIgnored() throws IOException {
    Path file = write("r.csv", "text,label,split\none,1,\ntwo,0, \n");

    LabelledTexts read = DataSource.of(file).read(Split.TEST);

    assertThat(read.texts()).hasSize(2);
    assertThat(read.badLines().warnings())
        .containsExactly(file + ": the column with the split is empty and ignored");
  }

  @Test
  void partlyEmptySplitColumnHasBadLines() throws IOException {
    Path file = write("r.csv", "text,label,split\none,1,\ntwo,0,train\n");
    assertThatThrownBy(() -> DataSource.of(file).read(Split.TRAIN))
        .hasMessageContaining("line 2: the split is empty");
  }

  @Test
  void missingSplitNamesTheOthers() throws IOException {
    Path file = write("r.csv", "text,label,split\none,1,train\ntwo,0,dev\n");
    assertThatThrownBy(() -> DataSource.of(file).read(Split.TEST))
        .hasMessageContaining("no reviews for split test (rows of train: 1, validation: 1)");
  }

  @Test
  void optionalColumnsAreSelectable() throws IOException {
    Path file =
        write(
            "r.csv", "id,text,label,split,part,key\nx,one,1,fold1,train,a\nx,two,0,fold2,test,b\n");

    assertThat(read(file, "none", "part"))
        .containsExactly(new LabelledText("000000001", "one", true));
    assertThat(read(file, "key", "none"))
        .containsExactly(new LabelledText("a", "one", true), new LabelledText("b", "two", false));
    assertThatThrownBy(() -> read(file, "keys", "none"))
        .hasMessageContaining("no column named keys in id, text, label, split, part, key");
    assertThatThrownBy(() -> read(file, "id", "none"))
        .hasMessageContaining("line 3: duplicate id 'x'");
  }

  private static List<LabelledText> read(Path file, String id, String split) {
    ReadSettings settings =
        ReadSettings.standard()
            .withLayout(FileLayout.STANDARD.withColumns(Optional.of(id), Optional.of(split)));
    return DataSource.of(file, settings).read(Split.TRAIN).texts();
  }

  @ParameterizedTest
  @CsvSource({"B001, B001", "'', ''", "B001, ''"})
  void columnWithRepeatedOrEmptyIdsIsIgnored(String first, String second) throws IOException {
    Path file = write("r.csv", "id,text,label\n%s,one,1\n%s,two,0\n".formatted(first, second));

    LabelledTexts read = DataSource.of(file).read(Split.TRAIN);

    assertThat(read.texts()).extracting(LabelledText::id).containsExactly("000000001", "000000002");
    assertThat(read.badLines().count()).isZero();
    assertThat(read.badLines().warnings())
        .singleElement()
        .asString()
        .contains("the column id is ignored because ", " of 2 ids are empty or repeated");
  }

  @ParameterizedTest
  @ValueSource(strings = {"''", "' '", "'\u00a0'", "'\ufeff'", "'\u200b\t'", "null", "NaN"})
  void rowsWithoutTextAreCountedApart(String text) throws IOException {
    String json = text.replace('\'', '"').replace("\t", "\\t");
    Path file =
        write(
            "r.jsonl",
            "{\"text\": %s, \"label\": 1}\n".formatted(json).repeat(9)
                + "{\"text\": \"good\", \"label\": 1}\n");

    LabelledTexts read = DataSource.of(file, strict()).read(Split.TRAIN);

    assertThat(read.texts()).hasSize(1);
    assertThat(read.badLines().warnings()).containsExactly(file + ": left out 9 rows without text");
  }

  private static ReadSettings strict() {
    return new ReadSettings(
        Optional.empty(), Optional.empty(), LabelSettings.inferred(), new BadLineLimit.Lines(0));
  }

  @Test
  void fileOfBlankTextsIsNamed() throws IOException {
    Path file = write("r.tsv", "text\tlabel\n \t1\n\t0\n");
    assertThatThrownBy(() -> DataSource.of(file).read(Split.TRAIN))
        .hasMessageContaining("no reviews for split train; 2 rows are without text");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "train.csv,test.csv,validation.csv",
        "data/train-00000-of-00001.csv,data/test-00000-of-00001.csv,data/valid.csv",
        "train/a.csv,test/b.csv,dev/c.csv",
        "ratings_train.csv.gz,ratings_test.csv,ratings_dev.csv.xz"
      })
  void foldersHaveFilesForEachSplit(String names) throws IOException {
    String[] files = names.split(",", -1);
    write(files[0], "text,label\none,1\ntwo,0\n");
    write(files[1], "text,label\nthree,1\nfour,0\n");
    write(files[2], "text,label\nfive,1\n");

    DataSource source = DataSource.of(folder);

    assertThat(source.read(Split.TRAIN).texts())
        .extracting(LabelledText::text)
        .containsExactly("one", "two");
    assertThat(source.read(Split.TEST).texts())
        .extracting(LabelledText::text)
        .containsExactly("three", "four");
    assertThat(TrainingData.read(source, Optional.empty(), HOLDOUT).parts().validation())
        .extracting(LabelledText::text)
        .containsExactly("five");
    assertThat(TrainingData.describe(source))
        .isEqualTo("the files of the folder " + folder.getFileName());
  }

  @Test
  void shardsAreReadInOrderAndNamedInErrors() throws IOException {
    write("train-1.jsonl", "{\"text\": \"two\", \"label\": 0}\n");
    write("train-0.jsonl", "{\"text\": \"one\", \"label\": 1}\n");
    assertThat(DataSource.of(folder).read(Split.TRAIN).texts())
        .containsExactly(
            new LabelledText("train-0.jsonl/000000001", "one", true),
            new LabelledText("train-1.jsonl/000000002", "two", false));
    assertThatThrownBy(() -> DataSource.of(folder).read(Split.TEST))
        .hasMessageContaining(
            "no file for split test, there are files for train. Add a file such as test.csv");

    write("train-2.jsonl", "{\"text\": \"three\", \"label\": 1}\n{\"words\": 1}\n");
    assertThatThrownBy(() -> DataSource.of(folder).read(Split.TRAIN))
        .hasMessageContaining("train-2.jsonl, line 2: no field text or review");
  }

  @Test
  void foldersOfOtherProgramsAreNamed() throws IOException {
    Path saved = Files.createDirectories(folder.resolve("imdb"));
    Files.writeString(saved.resolve("dataset_dict.json"), "{\"splits\": [\"train\"]}");
    assertThatThrownBy(() -> DataSource.of(saved))
        .hasMessageContaining(
            ": a data set of Hugging Face in Arrow files. Convert it: python -c \"import datasets;"
                + " d = datasets.load_from_disk('imdb')");
    Path one = Files.createDirectories(folder.resolve("one"));
    Files.writeString(one.resolve("state.json"), "{}");
    assertThatThrownBy(() -> DataSource.of(one))
        .hasMessageContaining("datasets.load_from_disk('one').to_json('one.jsonl')");
    Path model = Files.createDirectories(folder.resolve("model"));
    Files.createFile(model.resolve("saved_model.pb"));
    assertThatThrownBy(() -> DataSource.of(model)).hasMessageContaining("SavedModel folder");
    Path kaggle = Files.createDirectories(folder.resolve("kaggle"));
    Files.writeString(kaggle.resolve("IMDB Dataset.csv"), "review,sentiment\n");
    assertThatThrownBy(() -> DataSource.of(kaggle))
        .hasMessageContaining("no file is named after a split")
        .hasMessageContaining("--data '" + kaggle.resolve("IMDB Dataset.csv") + "'.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PAR1\\0 | a Parquet file. Convert it: python -c \"import pandas; pandas.read_parquet('N').to_json('N.jsonl', orient='records', lines=True)\".",
        "ORC\\0 | an ORC file. Convert it: python -c \"import pandas; pandas.read_orc('N')",
        "ARROW1\\0\\0 | an Arrow file. Convert it: python -c \"import datasets; datasets.Dataset.from_file('N').to_json('N.jsonl')\".",
        "PK\\3\\4 | a zip archive. Unpack it: unzip 'N'.",
        "\\x80\\4\\x95 | a Python pickle. Convert it: python -c \"import pandas; pandas.read_pickle('N')",
        "\\x89HDF\\r\\n\\x1a\\n | an HDF5 file. Convert it: python -c \"import pandas; pandas.read_hdf('N')",
        "<!DOCTYPE html><html> | an HTML page. Download the file itself",
        "version https://git-lfs.github.com/spec/v1 | a Git LFS pointer instead of the file. Download the file: git lfs pull.",
        "SQLite format 3\\0 | an SQLite database. Export the table: sqlite3 -header -csv 'N'",
        "7z\\xbc\\xaf\\x27\\x1c | a 7z archive. Unpack it: 7z x 'N'.",
        "\\4\\x22M\\x18 | an lz4 file. Decompress it: lz4 -d 'N'.",
        "Obj\\1 | an Avro file. Use a .csv, .tsv, .json or .jsonl file.",
        "%PDF-1.7 | a PDF document. Use a .csv",
      })
  void filesOfOtherKindsAreNamed(String start, String message) throws IOException {
    byte[] bytes = (unescaped(start) + "\0 and more").getBytes(StandardCharsets.ISO_8859_1);
    for (String name : List.of("r.csv", "r.tsv", "r.jsonl.gz", "r.parquet", "r", "r.zip")) {
      Path file = folder.resolve(name);
      try (OutputStream out = ReviewFiles.compressed(file)) {
        out.write(bytes);
      }
      assertThatThrownBy(() -> DataSource.of(file).read(Split.TRAIN))
          .as(name)
          .isInstanceOf(InvalidDataException.class)
          .hasMessageStartingWith(file + ": " + message.replace("'N", "'" + file));
    }
  }

  private static String unescaped(String text) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != '\\') {
        plain.append(text.charAt(i));
      } else if (text.charAt(i + 1) == 'x') {
        plain.append((char) Integer.parseInt(text.substring(i + 2, i + 4), 16));
        i += 3;
      } else {
        char next = text.charAt(++i);
        plain.append(next == 'r' ? '\r' : next == 'n' ? '\n' : (char) (next - '0'));
      }
    }
    return plain.toString();
  }

  @Test
  void excelAndTensorArchivesAreNamed() throws IOException {
    for (String[] each :
        new String[][] {
          {
            "[Content_Types].xml",
            "an Excel workbook. Convert it: python -c \"import pandas; pandas.read_excel("
          },
          {"archive/data.pkl", "a PyTorch file. "},
          {"metadata.json", "a Keras model. "},
          {"arr_0.npy", "an archive of NumPy arrays. "},
          {"reviews.csv", "a zip archive. Unpack it: unzip"},
        }) {
      Path file = folder.resolve("r.xlsx");
      try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
        zip.putNextEntry(new ZipEntry(each[0]));
        zip.write('x');
      }
      assertThatThrownBy(() -> DataSource.of(file)).hasMessageStartingWith(file + ": " + each[1]);
    }
  }

  @Test
  void archiveUnderAnotherNameIsRead() throws IOException {
    Path archive = ReviewFiles.archive(folder.resolve("imdb.tar.bz2"));
    Path renamed = Files.copy(archive, folder.resolve("download"));
    for (Path file : List.of(archive, renamed)) {
      assertThat(DataSource.of(file).read(Split.TRAIN).texts()).hasSize(4);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "{\"text\":{\"0\":\"good\"},\"label\":{\"0\":1}} ~ the text is a JSON object; use to_json(orient='records', lines=True) of pandas",
        "{\"text\":\"good\",\"label\":[1]} ~ the label is a JSON array, expected a string, number or boolean",
        "{\"data\":[{\"text\":\"good\"}]} ~ no field text or review; write the objects of 'data' as the only array of the file",
        "{'reviewText': 'good', 'overall': 5.0} ~ malformed JSON (the character ''' at column 2 is not expected; strings have double quotes)",
        "{\"text\": \"good\", \"label\": maybe} ~ malformed JSON ('maybe' at column ",
        "{\"text\": \"good ~ malformed JSON (it is cut off at column ",
        "{\"text\": \"good\", \"label\": 1} x ~ malformed JSON (",
        "{\"text\": \"go\\x\", \"label\": 1} ~ malformed JSON (an escape sequence at column",
        "{\"text\": \"good\\ud83d\", \"label\": 1} ~ an unpaired surrogate (character 5 of a field)",
        "5 ~ not a JSON object",
      })
  void jsonProblemsAreNamed(String line, String problem) throws IOException {
    Path file = write("r.json", "{\"text\": \"good\", \"label\": 1}\n" + line + "\n");
    assertThatThrownBy(() -> DataSource.of(file).read(Split.TRAIN))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("line 2: " + problem)
        .hasMessageNotContainingAny("Jackson", "JsonReadFeature", "code ", "StreamReadConstraints");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "[{\"text\": \"a\", \"label\": 1},/{\"text\": \"b\", \"label\": 0} ~ line 2: ",
        "[/{\"text\": \"a\", \"label\": 1}/{\"text\": \"b\"}] ~ line 3: malformed JSON (the character '{' at column ",
        "[] ~ the file is empty",
        "[{\"text\": \"a\", \"label\": 1}, 5] ~ line 1: not a JSON object",
      })
  void jsonArrayProblemsAreNamed(String content, String problem) throws IOException {
    Path file = write("r.json", content.replace('/', '\n'));
    assertThatThrownBy(() -> DataSource.of(file).read(Split.TRAIN))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining(problem);
  }

  @Test
  void jsonArrayIsReadInBoundedMemory() throws IOException {
    StringBuilder rows = new StringBuilder("[");
    String text = "x".repeat(100_000);
    for (int i = 0; i < 100; i++) {
      rows.append(
          "{\"text\": \"%s\", \"label\": %d, \"more\": \"%s\"},\n".formatted("good", i % 2, text));
    }
    Path file = write("r.json.gz", rows + "{\"text\": \"last\", \"label\": 1}]");
    assertThat(DataSource.of(file).read(Split.TRAIN).texts()).hasSize(101);

    Path wide = write("w.json", "[{\"text\": \"" + "y".repeat(9 << 20) + "\", \"label\": 1}]");
    assertThatThrownBy(() -> DataSource.of(wide).read(Split.TRAIN))
        .hasMessageContaining("line 1: an object exceeds ");
  }

  @Test
  void otherEncodingIsNamedWithItsRemedy() throws IOException {
    for (String name : List.of("r.csv", "r.tsv", "r.jsonl", "r.json")) {
      String rows =
          name.contains("json")
              ? "{\"text\": \"caf\u00e9\", \"label\": 1}\n".repeat(3)
              : "text#label\ncaf\u00e9#1\n".replace('#', name.endsWith("csv") ? ',' : '\t');
      Path file = folder.resolve(name);
      Files.writeString(
          file,
          name.equals("r.json") ? "[" + rows.strip().replace("\n", ",\n") + "]" : rows,
          StandardCharsets.ISO_8859_1);

      assertThatThrownBy(() -> DataSource.of(file).read(Split.TRAIN))
          .isInstanceOf(InvalidDataException.class)
          .hasMessageContaining("not valid UTF-8 (")
          .hasMessageContaining("line " + (name.contains("json") ? 1 : 2))
          .hasMessageContaining("--charset windows-1252");
      assertThat(
              DataSource.of(file, layout("windows-1252", null, true, null, null))
                  .read(Split.TRAIN)
                  .texts())
          .extracting(LabelledText::text)
          .contains("caf\u00e9");
    }
  }

  @Test
  void reviewFilesAreDecodedLikeTables() throws IOException {
    for (String name : List.of("neg/0_1", "pos/1_9")) {
      Path file = folder.resolve("train/" + name + ".txt");
      Files.createDirectories(file.getParent());
      Files.write(file, "\uFEFFcaf\u00e9\r".getBytes(StandardCharsets.UTF_16LE));
    }
    assertThat(DataSource.of(folder).read(Split.TRAIN).texts())
        .extracting(LabelledText::text)
        .containsOnly("caf\u00e9\r");

    Files.writeString(
        folder.resolve("train/neg/0_1.txt"), "caf\u00e9", StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> DataSource.of(folder).read(Split.TRAIN))
        .hasMessageContaining("0_1.txt: line 1: not valid UTF-8 (byte 0xE9 at column 4)");
    assertThat(
            DataSource.of(folder, layout("latin1", null, true, null, null))
                .read(Split.TRAIN)
                .texts())
        .extracting(LabelledText::text)
        .containsExactly("caf\u00e9", "caf\u00e9\r");
  }

  private static ReadSettings layout(
      String charset,
      @Nullable Character delimiter,
      boolean header,
      @Nullable String text,
      @Nullable String label) {
    FileLayout standard = FileLayout.STANDARD;
    return new ReadSettings(
        Optional.ofNullable(text),
        Optional.ofNullable(label),
        LabelSettings.inferred(),
        BadLineLimit.STANDARD,
        new FileLayout(
            Encoding.named(charset),
            Optional.ofNullable(delimiter),
            header,
            standard.id(),
            standard.split()));
  }

  private Path write(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    try (OutputStream out = ReviewFiles.compressed(file)) {
      out.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }
}
