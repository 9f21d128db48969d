package io.sentimentstreams.quickstart.review;

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
import java.util.Optional;

/**
 * The reviews in the quickstart's jar: one JSON object per line, about films that do not exist. The
 * order is mixed and never changes. The expected labels are {@code POSITIVE} and {@code NEGATIVE}.
 */
public final class SampleReviews {

  private static final String CLEAR = "/sample-reviews.jsonl";
  private static final String HARD = "/hard-reviews.jsonl";
  private static final String KOREAN = "/korean-reviews.jsonl";
  private static final String OTHER_LANGUAGES = "/other-language-reviews.jsonl";

  /** A Korean review follows this number of English ones. */
  private static final int ENGLISH_PER_KOREAN = 4;

  /** A review in another language follows this number of English ones. */
  private static final int ENGLISH_PER_OTHER = 20;

  private SampleReviews() {}

  /** Returns ordinary English reviews whose sentiment is clear to any reader. */
  public static List<LabelledReview> clear() {
    return read(CLEAR);
  }

  /** Returns English reviews with irony, negation and mixed feelings; models often fail on them. */
  public static List<LabelledReview> hard() {
    return read(HARD);
  }

  /** Returns ordinary Korean reviews whose sentiment is clear to any reader. */
  public static List<LabelledReview> korean() {
    return read(KOREAN);
  }

  /** Returns reviews in languages that no shipped model is for; no label is expected. */
  public static List<LabelledReview> otherLanguages() {
    return read(OTHER_LANGUAGES);
  }

  /**
   * Returns the clear reviews in English with Korean ones and a few in other languages between
   * them, all without their language.
   */
  public static List<LabelledReview> ofAllLanguages() {
    List<LabelledReview> mixed = new ArrayList<>();
    var korean = korean().iterator();
    var others = otherLanguages().iterator();
    int english = 0;
    for (LabelledReview review : clear()) {
      mixed.add(review);
      english++;
      if (english % ENGLISH_PER_KOREAN == 0 && korean.hasNext()) {
        mixed.add(korean.next());
      }
      // The first one comes soon, so that a short run shows it.
      if (english % ENGLISH_PER_OTHER == ENGLISH_PER_KOREAN && others.hasNext()) {
        mixed.add(others.next());
      }
    }
    return mixed.stream().map(LabelledReview::withoutLanguage).toList();
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
        Optional.ofNullable(json.get("sentiment"))
            .map(sentiment -> sentiment.asText().toUpperCase(Locale.ROOT)),
        json.required("text").asText(),
        Optional.of(json.path("language").asText("en")));
  }
}
