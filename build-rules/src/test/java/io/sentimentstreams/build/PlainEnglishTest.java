package io.sentimentstreams.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainEnglishTest {

  private static final String WORDS_25 =
      "One two three four five six seven eight nine ten"
          + " one two three four five six seven eight nine ten"
          + " one two three four five.";

  private final PlainEnglish english = new PlainEnglish(List.of("anew", "goes on"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The application retries.",
        "# Retries",
        "- first item\n- second item",
        "1. Run `./quickstart`.\n2. Open the page.",
        "**Meaning.** The instance does not answer.",
        "| setting | meaning |\n|---|---|\n| `a` | First sentence. Second sentence. |",
        "1. Open it:\n\n   | a | one two. Three |\n   |---|---|\n   | b | c |",
        "```\none two. Three four\nfive six\n```",
        "See [settings](docs/a.md#what-is-anew).\nThe next sentence.",
        "The word `anew` is code.",
        "Peers (e.g. Keras) are optional.",
        "<!-- What goes on -->"
      })
  void plainTextHasNoFindings(String page) {
    assertThat(english.markdown("page", page)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "It begins anew.",
        "It begins Anew, again.",
        "The stream goes  on.",
        "| a | begins anew |",
        "```\nbegins anew\n```",
        "## Begin anew"
      })
  void bannedWordIsFound(String page) {
    assertThat(rules(page)).singleElement().asString().startsWith("banned: ");
  }

  @Test
  void wordsThatContainBannedOnesAreAllowed() {
    assertThat(english.markdown("page", "Renewal and anew-ish and manew.")).isEmpty();
  }

  @Test
  void sentenceOfTwentyFiveWordsIsAllowedAndALongerOneIsFound() {
    assertThat(rules(WORDS_25)).isEmpty();
    assertThat(rules("And " + WORDS_25)).containsExactly("26 words in a sentence, more than 25");
    assertThat(rules("| " + WORDS_25 + " " + WORDS_25 + " |")).isEmpty();
    assertThat(rules("| And " + WORDS_25 + " |")).hasSize(1);
  }

  @Test
  void codeSpanAndLinkTextCountAsTheWordsThatAreRead() {
    String sentence = WORDS_25.replace("five.", "`java -jar a.jar --b c`.");

    assertThat(rules(sentence)).isEmpty();
    assertThat(rules(WORDS_25.replace("ten", "[ten](a%20b.md)"))).isEmpty();
  }

  @Test
  void secondSentenceOnALineIsFound() {
    assertThat(rules("It starts. It stops.")).containsExactly("more than one sentence on a line");
    assertThat(rules("It starts. `a` stops.")).containsExactly("more than one sentence on a line");
    assertThat(rules("- It starts (twice). It stops."))
        .containsExactly("more than one sentence on a line");
  }

  @Test
  void sentenceThatContinuesOnTheNextLineIsFound() {
    assertThat(rules("The application\nretries."))
        .containsExactly("a sentence continues on the next line");
    assertThat(rules("- The application\n  retries."))
        .containsExactly("a sentence continues on the next line");
  }

  @ParameterizedTest
  @ValueSource(strings = {"What is read.", "Whoever reads.", "Where it is.", "Of all, one."})
  void firstWordInPlaceOfANounIsFound(String page) {
    assertThat(rules(page)).singleElement().asString().startsWith("a sentence starts with ");
    assertThat(rules("# " + page)).hasSize(1);
    assertThat(rules("| First. " + page + " |")).hasSize(1);
  }

  @Test
  void chainOfSemicolonsIsFound() {
    assertThat(rules("One; two.")).isEmpty();
    assertThat(rules("One; two; three.")).containsExactly("more than one semicolon in a sentence");
  }

  @Test
  void findingNamesSourceLineAndText() {
    assertThat(english.markdown("docs/a.md", "# A\n\nIt begins anew."))
        .singleElement()
        .hasToString("docs/a.md:3: banned: anew: It begins anew.");
  }

  @Test
  void helpIsReadByDescription() {
    String usage =
        """
        Usage: tool [-h] [--what-is-anew=N]
                    [--other=N]
        Scores reviews. Prints the
        result.

              --what-is-anew=N
                               Number of reviews. What follows
                                 begins anew.
          -h, --help           Show this help.
        Commands:
          run  Goes on.
        """;

    assertThat(english.help("tool --help", usage))
        .extracting(Finding::rule)
        .containsExactly("banned: anew", "a sentence starts with What", "banned: Goes on");
  }

  @Test
  void textMayHoldSeveralSentences() {
    assertThat(english.text("alert", "First sentence. Second sentence.")).isEmpty();
    assertThat(english.text("alert", "It goes on. Of all.")).hasSize(2);
  }

  @Test
  void bannedWordsAreReadFromTheStylePage(@TempDir Path folder) throws IOException {
    Path page = folder.resolve("style.md");
    Files.writeString(
        page,
        """
        | `not listed` | |
        <!-- banned: begin -->
        | not | write |
        |---|---|
        | `mend` | fix |
        <!-- banned: end -->
        """);

    PlainEnglish read = PlainEnglish.read(page);

    assertThat(read.markdown("page", "Mend it.")).hasSize(1);
    assertThat(read.markdown("page", "It is not listed.")).isEmpty();
  }

  @Test
  void stylePageWithoutListIsRejected(@TempDir Path folder) throws IOException {
    Path page = Files.writeString(folder.resolve("style.md"), "# Style\n");

    assertThatThrownBy(() -> PlainEnglish.read(page)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> new PlainEnglish(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private List<String> rules(String page) {
    return english.markdown("page", page).stream().map(Finding::rule).toList();
  }
}
