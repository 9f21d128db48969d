package io.sentimentstreams.quickstart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The reviews in the quickstart's jar: one JSON object per line, about films that do not exist. The
 * order is mixed and never changes.
 */
final class SampleReviews {

  private static final String CLEAR = "/sample-reviews.jsonl";
  private static final String HARD = "/hard-reviews.jsonl";

  private SampleReviews() {}

  /** Returns ordinary reviews whose sentiment is clear to any reader. */
  static List<LabelledReview> clear() {
    return read(CLEAR);
  }

  /** Returns reviews with irony, negation and mixed feelings, which models often get wrong. */
  static List<LabelledReview> hard() {
    return read(HARD);
  }

  private static List<LabelledReview> read(String resource) {
    ObjectMapper mapper = new ObjectMapper();
    List<LabelledReview> reviews = new ArrayList<>();
    try (InputStream in =
            Objects.requireNonNull(SampleReviews.class.getResourceAsStream(resource), resource);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        reviews.add(review(mapper.readTree(line)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the resource " + resource + ".", e);
    }
    return List.copyOf(reviews);
  }

  private static LabelledReview review(JsonNode json) {
    return new LabelledReview(
        json.required("id").asText(),
        json.required("item").asText(),
        Sentiment.valueOf(json.required("sentiment").asText().toUpperCase(Locale.ROOT)),
        json.required("text").asText());
  }
}
