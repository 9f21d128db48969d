package io.sentimentstreams.model.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.sentimentstreams.model.bundle.BundleReader;
import io.sentimentstreams.model.text.EncodedText;
import io.sentimentstreams.model.text.TextEncoder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The routes of the shipped bundles answer their languages and no others. */
class ShippedBundlesLanguageTest {

  private final Map<String, TextEncoder> encoders =
      Map.of("en", encoder("imdb-default"), "ko", encoder("nsmc-default"));

  private final LanguageRouter router =
      new LanguageRouter(
          List.of(new LanguageRoute("en", List.of("en")), new LanguageRoute("ko", List.of("ko"))),
          new OpenNlpDetector());

  private static TextEncoder encoder(String name) {
    return BundleReader.read(Path.of(System.getProperty("project.root", ".."), "models", name))
        .bundle()
        .encoder();
  }

  private LanguageChoice route(String text) {
    LanguageChoice choice = router.choose("", text);
    if (choice.assumed().isEmpty()) {
      return choice;
    }
    EncodedText encoded =
        Objects.requireNonNull(encoders.get(choice.assumed().get(0))).encode(text);
    return router.confirm(choice, text, encoded.tokens(), encoded.outOfVocabulary());
  }

  @Test
  void reviewsOfTheirLanguagesAreAnswered() {
    for (Reviews.Line each : Reviews.all()) {
      if (encoders.containsKey(each.language())) {
        assertThat(route(each.text()).route()).as(each.text()).contains(each.language());
      }
    }
  }

  @Test
  void aReviewInGermanIsNotAnswered() {
    LanguageChoice choice = route("Das war der schlechteste Film des Jahres.");
    assertThat(choice.route()).isEmpty();
  }

  @Test
  void reviewsOfOtherLanguagesAreRarelyAnswered() {
    List<Reviews.Line> others =
        Reviews.all().stream().filter(each -> !encoders.containsKey(each.language())).toList();
    List<Reviews.Line> answered =
        others.stream().filter(each -> route(each.text()).route().isPresent()).toList();
    assertThat(answered).hasSizeLessThan(others.size() / 20);
  }
}
