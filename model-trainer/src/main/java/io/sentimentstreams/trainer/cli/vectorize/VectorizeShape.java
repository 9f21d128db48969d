package io.sentimentstreams.trainer.cli.vectorize;

import io.sentimentstreams.model.text.HashFunction;
import io.sentimentstreams.model.text.HashingTrick;
import io.sentimentstreams.model.text.NGrams;
import io.sentimentstreams.model.text.Padding;
import io.sentimentstreams.model.text.SequenceSettings;
import io.sentimentstreams.model.text.Side;
import io.sentimentstreams.model.text.TokenizerSettings;
import io.sentimentstreams.trainer.vectorize.NumberType;
import io.sentimentstreams.trainer.vectorize.Source;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;
import io.sentimentstreams.trainer.vectorize.VectorizationMode;

/** How long and how wide rows are, and what fills them. */
public final class VectorizeShape {

  private static final String LONGEST = "longest";
  private static final Pattern RANGE = Pattern.compile("([0-9]{1,3})(?:-([0-9]{1,3}))?");

  @Option(
      names = "--max-length",
      paramLabel = "N",
      description =
          "Bring every sequence to this length, or to that of the longest one with '"
              + LONGEST
              + "', for which the input is read twice (default: sequences keep their lengths).")
  private Optional<String> maxLength = Optional.empty();

  @Option(
      names = "--padding",
      paramLabel = "SIDE",
      description = "Where shorter sequences are filled up: pre or post (default: pre).")
  private Optional<Side> padding = Optional.empty();

  @Option(
      names = "--truncating",
      paramLabel = "SIDE",
      description = "Where longer sequences are cut: pre or post (default: pre).")
  private Optional<Side> truncating = Optional.empty();

  @Option(
      names = "--value",
      paramLabel = "V",
      description = "What shorter sequences are filled up with (default: 0).")
  private Optional<Double> value = Optional.empty();

  @Option(
      names = "--dtype",
      paramLabel = "TYPE",
      description =
          "int32, int64, float32 or float64 (default: int32 for indices, float32 for one-hot,"
              + " float64 for matrices).")
  private Optional<NumberType> type = Optional.empty();

  @Option(
      names = "--hash",
      paramLabel = "HASH",
      description =
          "murmur3, fast, or md5, as Keras' hashing_trick computes it (default: murmur3).")
  private Optional<HashFunction> hash = Optional.empty();

  @Option(
      names = "--space",
      paramLabel = "N",
      description =
          "Hash tokens to indices below this, for hashing, one-hot and ngrams; no tokenizer is"
              + " fitted.")
  private Optional<Integer> space = Optional.empty();

  @Option(
      names = "--ngrams",
      paramLabel = "N-M",
      description = "How many tokens follow each other: 2, or 1-3 (default: 1-2).")
  private Optional<String> ngrams = Optional.empty();

  /** Refuses options that the mode would not look at. */
  void check(VectorizationMode mode) {
    boolean sequences = mode == VectorizationMode.SEQUENCE || mode == VectorizationMode.HASHING;
    boolean steps = mode == VectorizationMode.ONE_HOT || mode == VectorizationMode.CHARS;
    boolean filled = padding.isPresent() || truncating.isPresent() || value.isPresent();
    refuse(filled && !sequences, "--padding, --truncating and --value", mode);
    refuse(maxLength.isPresent() && !sequences && !steps, "--max-length", mode);
    boolean hashed =
        mode == VectorizationMode.HASHING
            || mode == VectorizationMode.ONE_HOT
            || mode == VectorizationMode.NGRAMS;
    refuse(space.isPresent() && !hashed, "--space", mode);
    refuse(ngrams.isPresent() && mode != VectorizationMode.NGRAMS, "--ngrams", mode);
    if (hash.isPresent() && space.isEmpty()) {
      throw new IllegalArgumentException("--hash needs --space N");
    }
    if (mode == VectorizationMode.HASHING && space.isEmpty()) {
      throw new IllegalArgumentException("hashing needs --space N");
    }
    if (steps && maxLength.isEmpty()) {
      throw new IllegalArgumentException(mode + " needs --max-length N, or longest");
    }
    if (filled && maxLength.isEmpty()) {
      throw new IllegalArgumentException(
          "--padding, --truncating and --value need --max-length N, or longest");
    }
  }

  private static void refuse(boolean given, String options, VectorizationMode mode) {
    if (given) {
      throw new IllegalArgumentException(
          "%s mean nothing to --mode %s; leave them out".formatted(options, mode));
    }
  }

  /** Whether the input is read once more to find the longest sequence. */
  boolean isLongest() {
    return maxLength.filter(LONGEST::equals).isPresent();
  }

  /** Whether tokens are hashed. */
  public boolean isHashed() {
    return space.isPresent();
  }

  /** The wanted type, or else another one. */
  public NumberType type(NumberType otherwise) {
    return type.orElse(otherwise);
  }

  /** The wanted length; empty where sequences keep theirs. */
  public Optional<Integer> length(Source<Integer> lengths) {
    if (isLongest()) {
      AtomicInteger longest = new AtomicInteger(1);
      lengths.forEach(length -> longest.accumulateAndGet(length, Math::max));
      return Optional.of(longest.get());
    }
    return maxLength.map(VectorizeShape::length);
  }

  private static int length(String typed) {
    try {
      int length = Integer.parseInt(typed);
      if (length >= 1 && length <= SequenceSettings.MAX_LENGTH) {
        return length;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new IllegalArgumentException(
        "--max-length must be 1 to %d, or %s, was '%s'"
            .formatted(SequenceSettings.MAX_LENGTH, LONGEST, typed));
  }

  /** How sequences are brought to one length. */
  public Padding padding() {
    return new Padding(
        Optional.empty(), padding.orElse(Side.PRE), truncating.orElse(Side.PRE), value.orElse(0.0));
  }

  /** The hashing, where one is asked for. */
  public Optional<HashingTrick> hashing(TokenizerSettings settings) {
    return space.map(n -> new HashingTrick(settings, hash.orElse(HashFunction.MURMUR3), n));
  }

  /** The n-grams of tokens. */
  public NGrams ngrams(TokenizerSettings settings) {
    Matcher range = RANGE.matcher(ngrams.orElse("1-2"));
    if (!range.matches()) {
      throw new IllegalArgumentException(
          "--ngrams must be a number or two, such as 1-3, was '%s'".formatted(ngrams.orElse("")));
    }
    int shortest = Integer.parseInt(range.group(1));
    int longest = range.group(2) == null ? shortest : Integer.parseInt(range.group(2));
    return settings.charLevel()
        ? NGrams.ofCharacters(shortest, longest)
        : NGrams.ofWords(shortest, longest);
  }
}
