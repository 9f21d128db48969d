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
 * The reviews that ship with the quickstart, one JSON object a line, of films that do not exist.
 */
final class SampleReviews {

  private static final String RESOURCE = "/sample-reviews.jsonl";

  private SampleReviews() {}

  /** All of them, in a mixed order that never changes. */
  static List<LabelledReview> read() {
    ObjectMapper mapper = new ObjectMapper();
    List<LabelledReview> reviews = new ArrayList<>();
    try (InputStream in =
            Objects.requireNonNull(SampleReviews.class.getResourceAsStream(RESOURCE), RESOURCE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        reviews.add(review(mapper.readTree(line)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + RESOURCE, e);
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
