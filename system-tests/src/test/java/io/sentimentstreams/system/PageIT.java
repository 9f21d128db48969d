package io.sentimentstreams.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.sentimentstreams.model.bundle.BundleReader;
import io.sentimentstreams.model.decision.Task;
import io.sentimentstreams.model.scoring.ClassifiedText;
import io.sentimentstreams.model.scoring.ScoredText;
import io.sentimentstreams.model.scoring.TextScorer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page in a browser, with the released model. */
@ExtendWith(ShowLogsOfFailedTests.class)
class PageIT {

  private static final Path BUNDLE =
      Path.of(System.getProperty("repository.root"), "models/imdb-default");

  /** Folder for pictures, {@code -Dscreenshots=FOLDER}. */
  private static final Optional<Path> SCREENSHOTS =
      Optional.ofNullable(System.getProperty("screenshots")).map(Path::of);

  private static final int STEADY_REVIEWS = 150;
  private static final long STEADY_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  private static final String HOSTILE =
      "<img src=x onerror=\"window.attacked=1\"><script>window.attacked=1</script> word1 &lt; 'word2'";

  /** Returns the lowest contrast of a text and its background, computed as WCAG defines it. */
  private static final String POOREST_CONTRAST =
      """
      (() => {
        const channel = (v) => { v /= 255; return v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; };
        const rgb = (c) => c.match(/[\\d.]+/g).map(Number);
        const light = (c) => 0.2126 * channel(c[0]) + 0.7152 * channel(c[1]) + 0.0722 * channel(c[2]);
        const ground = (e) => {
          for (; e; e = e.parentElement) {
            const c = rgb(getComputedStyle(e).backgroundColor);
            if (c.length < 4 || c[3] === 1) return c;
          }
          return [255, 255, 255];
        };
        let poorest = { ratio: 21, where: '' };
        for (const e of document.querySelectorAll('body *')) {
          const own = [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim() !== '');
          if (!own || e.closest('svg, noscript') || e.getClientRects().length === 0) continue;
          const [a, b] = [light(rgb(getComputedStyle(e).color)), light(ground(e))];
          const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
          if (ratio < poorest.ratio) poorest = { ratio, where: e.tagName + ' ' + e.className + ' ' + e.textContent };
        }
        return poorest;
      })()
      """;

  /** Returns the elements that have no name for a screen reader. */
  private static final String WITHOUT_NAME =
      """
      [...document.querySelectorAll('textarea, button, svg, table, [role=region]')].filter((e) => {
        if (e.getAttribute('aria-hidden') === 'true') return false;
        const by = (e.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id));
        return !(e.getAttribute('aria-label') || by.some((b) => b?.textContent) || e.labels?.length
          || (e.tagName === 'BUTTON' && e.textContent) || (e.tagName === 'TABLE' && e.querySelector('th')));
      }).map((e) => e.outerHTML)
      """;

  @Test
  void pageShowsScoresAndDoesNotRunCodeOfReviews(@TempDir Path folder) throws Exception {
    assumeTrue(Browser.missing().isEmpty(), () -> Browser.missing().orElse(""));
    try (Cluster cluster = new Cluster(folder, 2);
        ReviewStream reviews = cluster.reviews();
        ScoringProcess application =
            cluster.startApplication(
                PageIT.class, Map.of("http.page.texts", "true", "bundle", BUNDLE.toString()));
        Browser browser = Browser.start(folder)) {
      List<String> samples = SampleReviews.texts();
      reviews.publish("tombstone", null);
      publish(reviews, samples.subList(0, 30));
      browser.open(application.address() + "/");
      reviews.publish("hostile", reviews.encoded("hostile", HOSTILE));

      assertShowsReviews(browser);
      TextScorer scorer = BundleReader.read(BUNDLE).bundle().newScorer();
      assertScoresTypedText(browser, HOSTILE, scorer.score(HOSTILE));
      publish(reviews, samples.subList(30, 60));
      if (SCREENSHOTS.isPresent()) {
        publishSteadily(reviews, samples);
      }
      assertScoresTheExampleAsAReaderWould(browser, scorer);
      assertIsAccessible(browser, "BINARY");

      assertThat(browser.evaluate("window.attacked === undefined").booleanValue()).isTrue();
      assertThat(
              browser.evaluate("document.querySelectorAll('img, main script').length").intValue())
          .isZero();
      assertThat(browser.console()).as("errors on the console").isEmpty();
      assertThat(
              browser
                  .evaluate(
                      "performance.getEntriesByType('resource')"
                          + ".every((each) => each.name.startsWith(location.origin + '/'))")
                  .booleanValue())
          .as("all resources come from the application")
          .isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Task.class,
      names = {"ORDERED", "NOMINAL"})
  void pageShowsAnyLabelsAndTextsWithoutOne(Task task, @TempDir Path folder) throws Exception {
    assumeTrue(Browser.missing().isEmpty(), () -> Browser.missing().orElse(""));
    boolean ordered = task == Task.ORDERED;
    List<String> labels =
        IntStream.range(0, ordered ? 5 : 77)
            .mapToObj(i -> (ordered ? "star " : "<b>intent</b> ") + i)
            .toList();
    Path bundle = TinyBundle.write(folder, labels, task);
    ClassifiedText offline = BundleReader.read(bundle).bundle().newScorer().classify("word1 word2");
    String label = labels.get(offline.best());
    try (Cluster cluster = new Cluster(folder, 2);
        ReviewStream reviews = cluster.reviews();
        ScoringProcess application =
            cluster.startApplication(
                PageIT.class, Map.of("http.page.texts", "true", "bundle", bundle.toString()));
        Browser browser = Browser.start(folder)) {
      publish(reviews, TinyBundle.WORDS.subList(0, 100));
      browser.open(application.address() + "/");
      reviews.publish("unknown", reviews.encoded("unknown", "zxqv brrmpf"));
      await("the text without a label on the page")
          .atMost(ChildProcess.TIMEOUT)
          .untilAsserted(
              () -> {
                assertThat(text(browser, "#total")).isEqualTo("101");
                assertThat(text(browser, "#abstained")).isEqualTo("no label: unknown words1");
                assertThat(text(browser, "#latest tr:first-child"))
                    .contains("none: unknown words", "zxqv brrmpf");
              });
      assertThat(evaluate(browser, "document.querySelectorAll('#labels dt').length").intValue())
          .isBetween(2, 7);
      assertThat(text(browser, "#scores-title")).startsWith(ordered ? "Scores" : "Confidence");

      assertVerdict(browser, "zxqv brrmpf", "No label: unknown words, 2 tokens, 2 unknown.");
      assertThat(evaluate(browser, "document.getElementById('curve').hidden").booleanValue())
          .isTrue();
      String confidence =
          String.format(Locale.ROOT, "%.4f", offline.probabilities().get(offline.best()));
      assertVerdict(browser, "word1 word2", label + " " + confidence);
      assertThat(text(browser, "#moves-title")).isEqualTo("Probability of " + label + " by word");
      assertThat(text(browser, "#steps tr:last-child td:nth-child(3)")).isEqualTo(confidence);
      assertThat(evaluate(browser, "document.querySelectorAll('#odds dt').length").intValue())
          .isEqualTo(ordered ? 5 : 7);
      assertIsAccessible(browser, task.name());
      assertThat(evaluate(browser, "document.querySelectorAll('main b').length").intValue())
          .as("labels are shown as text")
          .isZero();
      assertThat(browser.console()).as("errors on the console").isEmpty();
    }
  }

  private static void assertVerdict(Browser browser, String typed, String expected)
      throws IOException {
    type(browser, typed);
    await("the verdict on the typed text")
        .atMost(ChildProcess.TIMEOUT)
        .untilAsserted(() -> assertThat(text(browser, "#verdict")).startsWith(expected));
  }

  private static void publish(ReviewStream reviews, List<String> texts) {
    for (String text : texts) {
      reviews.publish("sample", reviews.encoded("sample", text));
    }
  }

  /** Publishes for 30 s, so that pictures show a steady rate. */
  private static void publishSteadily(ReviewStream reviews, List<String> texts) {
    long start = System.nanoTime();
    for (int i = 0; i < STEADY_REVIEWS; i++) {
      while (System.nanoTime() < start + i * STEADY_NANOS) {
        LockSupport.parkNanos(STEADY_NANOS / 10);
      }
      publish(reviews, List.of(texts.get(i % texts.size())));
    }
  }

  private static void assertShowsReviews(Browser browser) {
    await("the hostile review on the page")
        .atMost(ChildProcess.TIMEOUT)
        .untilAsserted(
            () -> {
              assertThat(text(browser, "#latest tr:first-child td:last-child")).isEqualTo(HOSTILE);
              assertThat(text(browser, "#total")).isEqualTo("31");
              assertThat(text(browser, "#state")).isEqualTo("running");
              assertThat(text(browser, "#dead")).isEqualTo("1");
              assertThat(text(browser, "#reasons")).isEqualTo("TOMBSTONE1");
              assertThat(text(browser, "#end-p99")).matches("[\\d.]+ m?s");
              assertThat(text(browser, "#model")).contains("imdb-default");
            });
    JsonNode counts =
        evaluate(browser, "document.querySelectorAll('#seconds rect, #histogram rect').length");
    assertThat(counts.intValue()).isGreaterThan(10);
  }

  private static void type(Browser browser, String typed) throws IOException {
    browser.evaluate("document.getElementById('text').select()");
    browser.evaluate("document.getElementById('text').focus()");
    browser.type(typed);
    browser.type("\uE009\uE007");
  }

  /** Uses the keyboard only. */
  private static void assertScoresTypedText(Browser browser, String typed, ScoredText expected)
      throws IOException {
    type(browser, typed);
    String score = String.format(Locale.ROOT, "%.4f", expected.score());
    await("the score of the typed text")
        .atMost(ChildProcess.TIMEOUT)
        .untilAsserted(
            () ->
                assertThat(text(browser, "#verdict"))
                    .startsWith(score)
                    .contains(Integer.toString(expected.tokens())));
    assertThat(evaluate(browser, "document.querySelectorAll('#words .word').length").intValue())
        .isEqualTo(expected.tokens());
    assertThat(text(browser, "#steps tr:last-child td:nth-child(3)")).isEqualTo(score);
    assertThat(evaluate(browser, "document.querySelectorAll('#chart circle').length").intValue())
        .isEqualTo(expected.tokens());
  }

  /** The example starts with a complaint and is clearly positive. */
  private static void assertScoresTheExampleAsAReaderWould(Browser browser, TextScorer scorer)
      throws IOException {
    String example = evaluate(browser, "document.getElementById('text').defaultValue").textValue();
    String complaint = example.substring(0, example.indexOf('.') + 1);
    assertThat(scorer.score(complaint).score()).as(complaint).isLessThan(0.35);
    assertThat(scorer.score(example).score()).as(example).isGreaterThan(0.85);
    assertScoresTypedText(browser, example, scorer.score(example));
    assertThat(text(browser, "#verdict")).contains("positive");
    assertThat(text(browser, "#words .word"))
        .as("first word as it was typed")
        .isEqualTo(example.substring(0, example.indexOf(' ')));
  }

  private static void assertIsAccessible(Browser browser, String name) throws IOException {
    assertThat(evaluate(browser, WITHOUT_NAME))
        .as("elements without a name for a screen reader")
        .isEmpty();
    browser.evaluate("document.getElementById('text').focus()");
    browser.type("\uE004");
    assertThat(evaluate(browser, "document.activeElement.type").textValue()).isEqualTo("submit");
    for (String scheme : new String[] {"light", "dark"}) {
      browser.prefer("prefers-color-scheme", scheme);
      JsonNode poorest = evaluate(browser, POOREST_CONTRAST);
      assertThat(poorest.path("ratio").doubleValue())
          .as(scheme + ": " + poorest.path("where"))
          .isGreaterThanOrEqualTo(4.5);
      saveScreenshot(browser, name.equals("BINARY") ? scheme : name + "-" + scheme);
    }
    browser.prefer("prefers-reduced-motion", "reduce");
    assertThat(
            evaluate(browser, "getComputedStyle(document.querySelector('.dot')).transitionDuration")
                .textValue())
        .isEqualTo("0s");
  }

  private static void saveScreenshot(Browser browser, String name) throws IOException {
    if (SCREENSHOTS.isPresent()) {
      Files.write(SCREENSHOTS.get().resolve(name + ".png"), browser.screenshot());
    }
  }

  private static String text(Browser browser, String selector) {
    return evaluate(browser, "document.querySelector('" + selector + "')?.textContent ?? ''")
        .textValue();
  }

  private static JsonNode evaluate(Browser browser, String expression) {
    try {
      return browser.evaluate(expression.strip());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
