package io.sentimentstreams.trainer.cli;

import io.sentimentstreams.model.bundle.Bundle;
import io.sentimentstreams.model.bundle.Manifest;
import io.sentimentstreams.model.network.Model;
import io.sentimentstreams.model.text.SequenceSettings;
import io.sentimentstreams.model.text.Side;
import io.sentimentstreams.model.text.normalize.Normalizer;
import io.sentimentstreams.trainer.cli.option.AnalyzerOption;
import io.sentimentstreams.trainer.cli.option.BundleOutputOptions;
import io.sentimentstreams.trainer.cli.option.NormalizerOption;
import io.sentimentstreams.trainer.cli.option.imported.ClassLabelOption;
import io.sentimentstreams.trainer.cli.option.imported.PaddingSide;
import io.sentimentstreams.trainer.cli.option.imported.SampleOption;
import io.sentimentstreams.trainer.cli.option.imported.VocabularyOptions;
import io.sentimentstreams.trainer.onnx.importer.ImportedOnnx;
import io.sentimentstreams.trainer.onnx.importer.ImportedOnnx.OnnxFacts;
import io.sentimentstreams.trainer.onnx.importer.OnnxImport;
import io.sentimentstreams.trainer.onnx.sample.SampleScores;
import io.sentimentstreams.trainer.onnx.vocabulary.TokenIndices;
import io.sentimentstreams.trainer.onnx.vocabulary.VocabularyFile;
import io.sentimentstreams.trainer.packaging.ImportedBundles;
import io.sentimentstreams.trainer.packaging.Manifests;
import io.sentimentstreams.trainer.provenance.ImportProvenance;
import io.sentimentstreams.trainer.sample.Agreement;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Import of an ONNX model. */
@Command(
    name = "import-onnx",
    description = "Imports an ONNX model, such as one of PyTorch, and writes a bundle.",
    sortOptions = false)
final class ImportOnnxCommand implements Callable<Integer> {

  @SuppressWarnings("NullAway.Init") // Required, so picocli sets it.
  @Parameters(paramLabel = "FILE", description = "File that torch.onnx.export() wrote.")
  private Path file;

  @Mixin private final VocabularyOptions vocabulary = new VocabularyOptions();

  @Mixin private final BundleOutputOptions output = new BundleOutputOptions();

  @Option(
      names = "--max-length",
      paramLabel = "N",
      description =
          "Maximum number of tokens (default: the length of the model's input if it is fixed, or"
              + " that of tokenizer.json).")
  private Optional<Integer> maxLength = Optional.empty();

  @Option(
      names = "--padding",
      paramLabel = "SIDE",
      description =
          "Side of padding up to --max-length: pre, post or none (default: none; required for a"
              + " model of fixed length that does not mask padding).")
  private Optional<PaddingSide> padding = Optional.empty();

  @Option(
      names = "--truncating",
      paramLabel = "SIDE",
      description =
          "Side on which longer texts are truncated: pre or post (default: that of tokenizer.json,"
              + " or post).")
  private Optional<Side> truncating = Optional.empty();

  @Option(
      names = "--from-logits",
      description =
          "The output has no sigmoid or softmax, because the loss in training included it.")
  private boolean fromLogits;

  @Option(
      names = "--input",
      paramLabel = "NAME",
      description = "Input of the token indices (default: the only one with two axes).")
  private Optional<String> input = Optional.empty();

  @Option(
      names = "--output",
      paramLabel = "NAME",
      description = "Value of the graph with the scores (default: the only output).")
  private Optional<String> scores = Optional.empty();

  @Mixin private final AnalyzerOption analyzer = new AnalyzerOption();

  @Mixin private final NormalizerOption normalizer = new NormalizerOption(Normalizer.NONE);

  @Mixin private final ClassLabelOption labels = new ClassLabelOption();

  @Mixin private final SampleOption samples = new SampleOption();

  @SuppressWarnings("NullAway.Init") // Set by picocli.
  @Spec
  private CommandSpec spec;

  private final PrintWriter out;
  private final PrintWriter err;
  private final InstantSource clock;
  private final String typed;

  ImportOnnxCommand(PrintWriter out, PrintWriter err, InstantSource clock, String typed) {
    this.out = out;
    this.err = err;
    this.clock = clock;
    this.typed = typed;
  }

  @Override
  public Integer call() {
    output.check(List.of(), "");
    VocabularyFile tokens = vocabulary.read();
    ImportedOnnx onnx = OnnxImport.read(file, new OnnxImport.Options(input, scores, fromLogits));
    OnnxFacts facts = onnx.facts();
    TokenIndices indices = vocabulary.indices(tokens, facts.tokens(), facts.maskedId());
    PaddingSide side = side(facts, indices);
    SequenceSettings text =
        new SequenceSettings(
                length(facts, tokens),
                side.side(),
                truncating.or(tokens::truncating).orElse(Side.POST))
            .withAnalyzer(analyzer.value())
            .withNormalizer(normalizer.value());
    Bundle bare = bare(onnx, indices, text, side == PaddingSide.NONE);
    Optional<Agreement> agreement =
        samples.compare(samplesFile -> SampleScores.check(bare, indices, samplesFile));
    output.folder().write(ImportedBundles.complete(bare, provenance(facts, agreement)));
    report(bare.model(), facts, agreement);
    return 0;
  }

  private PaddingSide side(OnnxFacts facts, TokenIndices indices) {
    if (facts.excludesPadding() && padding.filter(side -> side != PaddingSide.NONE).isPresent()) {
      throw usageError(
          "--padding has no effect, because the model excludes padding. Remove --padding.");
    }
    boolean needsPadding = facts.steps().isPresent() && !facts.excludesPadding();
    PaddingSide side = padding.orElse(PaddingSide.NONE);
    if (needsPadding && side == PaddingSide.NONE) {
      throw usageError(
          "the model reads exactly %d tokens. Add --padding pre or --padding post, as in training, or export the model with dynamic axes."
              .formatted(facts.steps().get()));
    }
    if (side != PaddingSide.NONE && indices.padding().isEmpty()) {
      throw usageError("the vocabulary has no token for padding. Add --padding-token.");
    }
    return side;
  }

  private int length(OnnxFacts facts, VocabularyFile tokens) {
    Optional<Integer> fixed = facts.steps();
    if (maxLength.isPresent() && fixed.isPresent() && !maxLength.equals(fixed)) {
      throw usageError(
          "--max-length is %d, but the model has a fixed length of %d. Remove --max-length."
              .formatted(maxLength.get(), fixed.get()));
    }
    return maxLength
        .or(() -> fixed)
        .or(tokens::maxLength)
        .orElseThrow(
            () ->
                usageError(
                    "the model has no fixed length. Add --max-length with the length of training."));
  }

  private Bundle bare(
      ImportedOnnx onnx, TokenIndices indices, SequenceSettings text, boolean maskZero) {
    try {
      Model model = onnx.model(indices.rows(), maskZero);
      Manifest manifest =
          Manifests.bare(
              output.id(), clock.instant(), model.network(), text, labels.scope(model.network()));
      return new Bundle(manifest, indices.tokenizer(), model, List.of());
    } catch (IllegalArgumentException e) {
      throw usageError(e.getMessage());
    }
  }

  private ImportProvenance provenance(OnnxFacts facts, Optional<Agreement> agreement) {
    return new ImportProvenance(
        file.getFileName().toString(),
        facts.sha256(),
        facts.producer(),
        typed,
        SampleOption.recorded(agreement));
  }

  private void report(Model model, OnnxFacts facts, Optional<Agreement> agreement) {
    out.printf(
        Locale.ROOT,
        "wrote %s: %d layers, %d parameters from %s; %s%n",
        output.folder().bundle(),
        model.network().layers().size(),
        model.network().parameterCount(),
        facts.producer(),
        model.network().embedding().maskZero()
            ? "texts are scored without padding"
            : "texts are padded");
    SampleOption.report(agreement, "the model", out, err);
  }

  private ParameterException usageError(@Nullable String message) {
    return new ParameterException(spec.commandLine(), String.valueOf(message));
  }
}
