package io.sentimentstreams.trainer.cli.vectorize;

import io.sentimentstreams.model.text.HashFunction;
import io.sentimentstreams.model.text.Padding;
import io.sentimentstreams.model.text.SequenceSettings;
import io.sentimentstreams.model.text.Side;
import io.sentimentstreams.trainer.vectorize.NumberType;
import io.sentimentstreams.trainer.vectorize.RowShape;
import io.sentimentstreams.trainer.vectorize.RowShape.Length;
import io.sentimentstreams.trainer.vectorize.VectorizationMode;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** Length, width and number type of rows. */
final class ShapeOptions {

  private static final String LONGEST = "longest";
  private static final Pattern RANGE = Pattern.compile("([0-9]{1,3})(?:-([0-9]{1,3}))?");

  private static final Set<VectorizationMode> SEQUENCES =
      EnumSet.of(VectorizationMode.SEQUENCE, VectorizationMode.HASHING);
  private static final Set<VectorizationMode> TIMESTEPS =
      EnumSet.of(VectorizationMode.ONE_HOT, VectorizationMode.CHARS);
  private static final Set<VectorizationMode> HASHED =
      EnumSet.of(VectorizationMode.HASHING, VectorizationMode.ONE_HOT, VectorizationMode.NGRAMS);

  @Option(
      names = "--max-length",
      paramLabel = "N",
      description =
          "Pad or truncate every sequence to N, or to the longest one with '"
              + LONGEST
              + "', which reads the input twice (default: sequences keep their lengths).")
  private Optional<String> maxLength = Optional.empty();

  @Option(
      names = "--padding",
      paramLabel = "SIDE",
      description = "Side on which shorter sequences are padded: pre or post (default: pre).")
  private Optional<Side> padding = Optional.empty();

  @Option(
      names = "--truncating",
      paramLabel = "SIDE",
      description = "Side from which longer sequences are truncated: pre or post (default: pre).")
  private Optional<Side> truncating = Optional.empty();

  @Option(
      names = "--value",
      paramLabel = "V",
      description = "Value that pads shorter sequences (default: 0).")
  private Optional<Double> value = Optional.empty();

  @Option(
      names = "--dtype",
      paramLabel = "TYPE",
      description =
          "Type of the numbers: int32, int64, float32 or float64 (default: int32 for indices,"
              + " float32 for one-hot rows, float64 for matrices).")
  private Optional<NumberType> type = Optional.empty();

  @Option(
      names = "--hash",
      paramLabel = "HASH",
      description =
          "Hash function: murmur3, fast, or md5, as in Keras' hashing_trick (default: murmur3).")
  private Optional<HashFunction> hash = Optional.empty();

  @Option(
      names = "--space",
      paramLabel = "N",
      description =
          "Hash tokens to indices below N, for --mode hashing, one-hot and ngrams. No tokenizer is"
              + " fitted.")
  private Optional<Integer> space = Optional.empty();

  @Option(
      names = "--ngrams",
      paramLabel = "N[-M]",
      description = "Number of tokens in an n-gram, such as 2 or 1-3 (default: 1-2).")
  private Optional<String> ngrams = Optional.empty();

  /**
   * Checks that the options fit each other and the mode.
   *
   * @throws IllegalArgumentException if they do not
   */
  void check(VectorizationMode mode) {
    boolean pads = padding.isPresent() || truncating.isPresent() || value.isPresent();
    refuse(pads && !SEQUENCES.contains(mode), "--padding, --truncating and --value", mode);
    refuse(
        maxLength.isPresent()
            && !SEQUENCES.contains(mode)
            && !TIMESTEPS.contains(mode)
            && mode != VectorizationMode.TEXT_VECTORIZATION,
        "--max-length",
        mode);
    refuse(space.isPresent() && !HASHED.contains(mode), "--space", mode);
    refuse(ngrams.isPresent() && mode != VectorizationMode.NGRAMS, "--ngrams", mode);
    if (hash.isPresent() && space.isEmpty()) {
      throw new IllegalArgumentException("--hash needs --space N");
    }
    if (mode == VectorizationMode.HASHING && space.isEmpty()) {
      throw new IllegalArgumentException("--mode hashing needs --space N");
    }
    if (TIMESTEPS.contains(mode) && maxLength.isEmpty()) {
      throw new IllegalArgumentException(
          "--mode %s needs --max-length N, or longest".formatted(mode));
    }
    if (pads && maxLength.isEmpty()) {
      throw new IllegalArgumentException(
          "--padding, --truncating and --value need --max-length N, or longest");
    }
  }

  private static void refuse(boolean given, String options, VectorizationMode mode) {
    if (given) {
      throw new IllegalArgumentException(
          "%s: not used by --mode %s. Remove them.".formatted(options, mode));
    }
  }

  /** Returns whether the input is read once more to find the longest sequence. */
  boolean isLongest() {
    return maxLength.filter(LONGEST::equals).isPresent();
  }

  /** Returns whether tokens are hashed. */
  boolean isHashed() {
    return space.isPresent();
  }

  /**
   * Returns the shape.
   *
   * @throws IllegalArgumentException if a value is out of range
   */
  RowShape shape() {
    return new RowShape(
        length(),
        new Padding(
            Optional.empty(),
            padding.orElse(Side.PRE),
            truncating.orElse(Side.PRE),
            value.orElse(0.0)),
        type,
        space.map(n -> new RowShape.Hashing(hash.orElse(HashFunction.MURMUR3), n)),
        range());
  }

  private Length length() {
    if (isLongest()) {
      return new Length.Longest();
    }
    return maxLength
        .<Length>map(typed -> new Length.Fixed(timesteps(typed)))
        .orElseGet(Length.Own::new);
  }

  private static int timesteps(String typed) {
    try {
      int timesteps = Integer.parseInt(typed);
      if (timesteps >= 1 && timesteps <= SequenceSettings.MAX_LENGTH) {
        return timesteps;
      }
    } catch (NumberFormatException e) {
      // Reported below.
    }
    throw new IllegalArgumentException(
        "--max-length must be 1 to %d, or %s, was '%s'"
            .formatted(SequenceSettings.MAX_LENGTH, LONGEST, typed));
  }

  private RowShape.NgramRange range() {
    Matcher range = RANGE.matcher(ngrams.orElse("1-2"));
    if (!range.matches()) {
      throw new IllegalArgumentException(
          "--ngrams must be a number or a range such as 1-3, was '%s'"
              .formatted(ngrams.orElse("")));
    }
    int shortest = Integer.parseInt(range.group(1));
    int longest = range.group(2) == null ? shortest : Integer.parseInt(range.group(2));
    return new RowShape.NgramRange(shortest, longest);
  }
}
