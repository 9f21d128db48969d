package io.sentimentstreams.model.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Short reviews in many languages. */
final class Reviews {

  private static final String FILE = "/languages/reviews.tsv";

  /**
   * One review.
   *
   * @param language primary subtag
   */
  record Line(String language, String text) {}

  private Reviews() {}

  static List<Line> all() {
    try (InputStream in = Objects.requireNonNull(Reviews.class.getResourceAsStream(FILE));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .map(line -> line.split("\t", 2))
          .map(parts -> new Line(parts[0], parts[1]))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
