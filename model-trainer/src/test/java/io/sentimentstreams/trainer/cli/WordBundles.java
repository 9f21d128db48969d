package io.sentimentstreams.trainer.cli;

import io.sentimentstreams.model.bundle.Bundle;
import io.sentimentstreams.model.bundle.BundleReader;
import io.sentimentstreams.model.bundle.BundleWriter;
import io.sentimentstreams.model.bundle.Manifest;
import io.sentimentstreams.model.bundle.ManifestBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** Small bundles that know a few words, and copies of them with other manifests. */
final class WordBundles {

  private static final int REVIEWS = 240;

  private WordBundles() {}

  /** Returns rows of CSV whose texts have one of the words. */
  static List<String> reviews(String label, String... words) {
    return Arrays.stream(words).map(word -> "this film is %s,%s".formatted(word, label)).toList();
  }

  /** Trains a bundle on rows by label. */
  @SafeVarargs
  static void train(TypedCommands commands, Path target, List<String>... reviews)
      throws IOException {
    List<String> lines = new ArrayList<>(List.of("text,label"));
    for (int i = 0; i < REVIEWS; i++) {
      for (List<String> label : reviews) {
        lines.add(label.get(i % label.size()));
      }
    }
    List<Object> args = new ArrayList<>(List.of("train", "--out", target, "--data"));
    args.add(Files.write(target.resolveSibling(target.getFileName() + ".csv"), lines));
    args.addAll(List.of("--cell", "none", "--pooling", "max", "--embedding-dim", "8"));
    args.addAll(List.of("--epochs", "10", "--batch-size", "8", "--learning-rate", "0.05"));
    args.addAll(List.of("--dropout", "0", "--embedding-dropout", "0", "--workers", "1"));
    args.addAll(List.of("--no-report", "--progress", "lines"));
    commands.succeed(args.toArray());
  }

  /** Writes a copy of a bundle with another manifest, and returns its folder. */
  static Path changed(Path from, Path target, UnaryOperator<ManifestBuilder> change)
      throws IOException {
    Bundle bundle = BundleReader.read(from).bundle();
    Manifest manifest = change.apply(bundle.manifest().toBuilder()).build();
    Files.createDirectories(target);
    BundleWriter.write(
        new Bundle(manifest, bundle.tokenizer(), bundle.model(), bundle.golden()),
        target.resolve(BundleWriter.FILE_NAME));
    return target;
  }
}
