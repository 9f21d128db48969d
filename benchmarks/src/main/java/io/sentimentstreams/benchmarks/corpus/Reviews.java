package io.sentimentstreams.benchmarks.corpus;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.sentimentstreams.trainer.data.LabelledText;
import io.sentimentstreams.trainer.data.Split;
import io.sentimentstreams.trainer.data.source.DataSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;

/**
 * Texts to score, in a shuffled but reproducible order.
 *
 * @param source description of their source
 * @param texts texts, at least one
 */
public record Reviews(String source, List<String> texts) {

  private static final String SAMPLES = "/hard-reviews.jsonl";
  private static final long SEED = 1;

  public Reviews {
    texts = List.copyOf(texts);
  }

  /**
   * Reads reviews.
   *
   * @param data IMDB data set, of which the test split is used, or a CSV file; empty for the hard
   *     reviews of the quickstart
   * @param limit maximum number
   */
  public static Reviews read(Optional<Path> data, int limit) {
    List<String> texts = new ArrayList<>(data.map(Reviews::test).orElseGet(Reviews::samples));
    Collections.shuffle(texts, new Random(SEED));
    String source =
        data.map(path -> "the test split of " + path.getFileName())
            .orElse("the hard reviews of the quickstart");
    return new Reviews(source, texts.subList(0, Math.min(limit, texts.size())));
  }

  private static List<String> test(Path data) {
    return DataSource.of(data).read(Split.TEST).texts().stream().map(LabelledText::text).toList();
  }

  private static List<String> samples() {
    ObjectMapper mapper = new ObjectMapper();
    List<String> texts = new ArrayList<>();
    try (InputStream in =
            Objects.requireNonNull(Reviews.class.getResourceAsStream(SAMPLES), SAMPLES);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        texts.add(mapper.readTree(line).required("text").asText());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + SAMPLES, e);
    }
    return texts;
  }
}
