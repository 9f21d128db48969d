package io.sentimentstreams.trainer.cli;

import io.sentimentstreams.model.bundle.Bundle;
import io.sentimentstreams.model.bundle.BundleReader;
import io.sentimentstreams.model.bundle.Manifest;
import io.sentimentstreams.model.scoring.ClassifiedText;
import io.sentimentstreams.model.scoring.ScoredText;
import io.sentimentstreams.model.scoring.TextScorer;
import io.sentimentstreams.model.text.TextToken;
import io.sentimentstreams.trainer.cli.option.BundleOption;
import io.sentimentstreams.trainer.cli.option.CharsetOption;
import io.sentimentstreams.trainer.vectorize.Lines;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Scoring of texts. */
@Command(
    name = "predict",
    description = {
      "Scores texts with a bundle, and prints their unknown words.",
      "A text without any known word gets no score."
    },
    sortOptions = false)
final class PredictCommand implements Callable<Integer> {

  /** Answer for a text of which the model knows nothing: its score would be that of no text. */
  private static final String NO_KNOWN_WORDS = "no known words";

  @Mixin private final BundleOption bundleOption = new BundleOption();

  @Parameters(
      paramLabel = "TEXT",
      description = "Texts to score (default: the lines of the standard input).")
  private List<String> texts = List.of();

  @Mixin private final CharsetOption charset = new CharsetOption();

  private final InputStream in;
  private final PrintWriter out;

  PredictCommand(InputStream in, PrintWriter out) {
    this.in = in;
    this.out = out;
  }

  @Override
  public Integer call() {
    Bundle bundle = BundleReader.read(bundleOption.path()).bundle();
    TextScorer scorer = bundle.newScorer();
    if (!texts.isEmpty()) {
      texts.forEach(text -> out.println(line(bundle, scorer, text)));
      return 0;
    }
    new Lines(List.of(Lines.STANDARD_INPUT), in, charset.encoding())
        .forEach(text -> out.println(line(bundle, scorer, text.text())));
    return 0;
  }

  private static String line(Bundle bundle, TextScorer scorer, String text) {
    Manifest manifest = bundle.manifest();
    if (manifest.labels().size() > 2) {
      ClassifiedText classified = scorer.classify(text);
      return (classified.tokens() == classified.outOfVocabulary()
              ? NO_KNOWN_WORDS
              : probabilities(manifest.labels(), classified))
          + tokens(
              bundle,
              text,
              classified.tokens(),
              classified.outOfVocabulary(),
              classified.truncated());
    }
    ScoredText scored = scorer.score(text);
    return (scored.tokens() == scored.outOfVocabulary()
            ? NO_KNOWN_WORDS
            : decision(manifest, scored.score()))
        + tokens(bundle, text, scored.tokens(), scored.outOfVocabulary(), scored.truncated());
  }

  private static String decision(Manifest manifest, double score) {
    String label = manifest.labels().get(score >= manifest.threshold() ? 1 : 0);
    return String.format(Locale.ROOT, "%.4f %s", score, label);
  }

  /** Returns the most probable label, and all labels with their probabilities. */
  private static String probabilities(List<String> labels, ClassifiedText classified) {
    String each =
        IntStream.range(0, labels.size())
            .mapToObj(
                i ->
                    String.format(
                        Locale.ROOT, "%s %.4f", labels.get(i), classified.probabilities().get(i)))
            .collect(Collectors.joining(", "));
    return "%s (%s)".formatted(labels.get(classified.best()), each);
  }

  private static String tokens(
      Bundle bundle, String text, int tokens, int outOfVocabulary, int truncated) {
    String unknown =
        bundle.encoder().indexed(text).stream()
            .filter(token -> !token.known())
            .map(TextToken::token)
            .distinct()
            .collect(Collectors.joining(" "));
    return String.format(
        Locale.ROOT,
        "; %d tokens, %d known, %d unknown%s%s",
        tokens,
        tokens - outOfVocabulary,
        outOfVocabulary,
        unknown.isEmpty() ? "" : ": " + unknown,
        truncated == 0 ? "" : "; " + truncated + " truncated");
  }
}
