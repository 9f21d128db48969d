package io.sentimentstreams.trainer.cli;

import io.sentimentstreams.model.bundle.Bundle;
import io.sentimentstreams.model.bundle.BundleReader;
import io.sentimentstreams.model.bundle.Manifest;
import io.sentimentstreams.model.decision.Decision;
import io.sentimentstreams.model.decision.Task;
import io.sentimentstreams.model.scoring.TextScorer;
import io.sentimentstreams.model.text.EncodedText;
import io.sentimentstreams.model.text.TextToken;
import io.sentimentstreams.trainer.cli.option.BundleOption;
import io.sentimentstreams.trainer.cli.option.CharsetOption;
import io.sentimentstreams.trainer.cli.option.UnknownShareOption;
import io.sentimentstreams.trainer.evaluate.TextDecider;
import io.sentimentstreams.trainer.vectorize.Lines;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Scoring of texts. */
@Command(
    name = "predict",
    description = {
      "Scores texts with a bundle, and prints their unknown words.",
      "The score is the probability of the second of two labels.",
      "The score of ordered labels is the expected position: 0 is the first label, 1 is the last.",
      "Other labels have no score.",
      "A text without any known word gets no answer.",
      "The abstain rules of the bundle can exclude more texts."
    },
    sortOptions = false)
final class PredictCommand implements Callable<Integer> {

  /** Largest number of labels that are all printed. */
  private static final int MAX_LISTED = 8;

  @Mixin private final BundleOption bundleOption = new BundleOption();

  @Parameters(
      paramLabel = "TEXT",
      description = "Texts to score (default: the lines of the standard input).")
  private List<String> texts = List.of();

  @Mixin private final UnknownShareOption unknownShare = new UnknownShareOption();
  @Mixin private final CharsetOption charset = new CharsetOption();

  private final InputStream in;
  private final PrintWriter out;

  PredictCommand(InputStream in, PrintWriter out) {
    this.in = in;
    this.out = out;
  }

  @Override
  public Integer call() {
    Bundle bundle = unknownShare.appliedTo(BundleReader.read(bundleOption.path()).bundle());
    TextDecider decider = new TextDecider(bundle.manifest());
    TextScorer scorer = bundle.newScorer();
    if (!texts.isEmpty()) {
      texts.forEach(text -> out.println(line(bundle, scorer, decider, text)));
      return 0;
    }
    new Lines(List.of(Lines.STANDARD_INPUT), in, charset.encoding())
        .forEach(text -> out.println(line(bundle, scorer, decider, text.text())));
    return 0;
  }

  private static String line(Bundle bundle, TextScorer scorer, TextDecider decider, String text) {
    TextDecider.Answer answer = decider.decide(scorer, text);
    return answer(bundle.manifest(), answer.decision()) + tokens(bundle, text, answer.encoded());
  }

  private static String answer(Manifest manifest, Decision decision) {
    if (decision.probabilities().isEmpty()) {
      return noAnswer(decision) + ":";
    }
    String label = decision.label().orElseGet(() -> noAnswer(decision));
    String score =
        decision.score().map(each -> String.format(Locale.ROOT, "%.4f ", each)).orElse("");
    return manifest.task() == Task.BINARY
        ? "%s%s;".formatted(score, label)
        : "%s%s (%s);".formatted(score, label, probabilities(manifest, decision));
  }

  private static String noAnswer(Decision decision) {
    return "no answer (%s)".formatted(decision.abstained().orElseThrow());
  }

  /** Returns the most probable labels with their probabilities. */
  private static String probabilities(Manifest manifest, Decision decision) {
    List<Double> all = decision.probabilities();
    Stream<Integer> order = IntStream.range(0, all.size()).boxed();
    boolean many = all.size() > MAX_LISTED;
    if (many) {
      order = order.sorted(Comparator.comparingDouble(i -> -all.get(i))).limit(MAX_LISTED);
    }
    return order
            .map(i -> String.format(Locale.ROOT, "%s %.4f", manifest.labels().get(i), all.get(i)))
            .collect(Collectors.joining(", "))
        + (many ? ", ..." : "");
  }

  private static String tokens(Bundle bundle, String text, EncodedText encoded) {
    String unknown =
        bundle.encoder().indexed(text).stream()
            .filter(token -> !token.known())
            .map(TextToken::token)
            .distinct()
            .collect(Collectors.joining(" "));
    return String.format(
        Locale.ROOT,
        " %d tokens, %d known, %d unknown%s%s",
        encoded.tokens(),
        encoded.tokens() - encoded.outOfVocabulary(),
        encoded.outOfVocabulary(),
        unknown.isEmpty() ? "" : ": " + unknown,
        encoded.truncated() == 0 ? "" : "; " + encoded.truncated() + " truncated");
  }
}
