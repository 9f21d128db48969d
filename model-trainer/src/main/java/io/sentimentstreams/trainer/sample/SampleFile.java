package io.sentimentstreams.trainer.sample;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sentimentstreams.model.json.JsonProblem;
import io.sentimentstreams.trainer.data.InvalidDataException;
import io.sentimentstreams.trainer.file.Encoding;
import io.sentimentstreams.trainer.file.TextContent;
import io.sentimentstreams.trainer.file.TextFile;
import io.sentimentstreams.trainer.file.TextLines;
import io.sentimentstreams.trainer.file.TextStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * A file with scores of another model. It has JSON lines: {@code {"text": "...", "score": 0.93}} or
 * {@code {"ids": [12, 7], "score": 0.93}}, with token indices of that model. The score of a model
 * with several outputs is an array. Other fields are ignored. Untrusted input.
 */
public final class SampleFile {

  /** Reads NaN and infinity as Python writes them, to reject them by name. */
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final int MAX_LINE_BYTES = 1 << 20;

  private final TextFile file;
  private final int outputs;

  /**
   * Creates a reader.
   *
   * @param file JSON lines in UTF-8, or in UTF-16 with a byte order mark
   * @param outputs number of scores of each sample, at least 1
   */
  public SampleFile(Path file, int outputs) {
    this.file = new TextFile(file, TextContent.SAMPLES, Encoding.UNICODE);
    this.outputs = outputs;
  }

  /**
   * Compares all samples with a bundle.
   *
   * @param difference maximum absolute difference of the scores of a sample; throws {@link
   *     InvalidSampleException} if it is too large
   * @throws InvalidDataException if a line is not a sample, or if the scores differ too much
   */
  public Agreement compare(ToDoubleFunction<Sample> difference) {
    long number = 0;
    int samples = 0;
    double largest = 0;
    try (TextStream in = file.open()) {
      TextLines lines = new TextLines(in, MAX_LINE_BYTES);
      for (Optional<TextLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
        number = line.get().number();
        if (!isBlank(line.get())) {
          samples++;
          largest = Math.max(largest, difference.applyAsDouble(parse(line.get())));
        }
      }
    } catch (InvalidSampleException e) {
      throw new InvalidDataException(
          file.path(), "line %d: %s".formatted(number, e.getMessage()), e.remedy(), e);
    } catch (IOException e) {
      throw file.unreadable(e);
    }
    if (samples == 0) {
      throw new InvalidDataException(file.path(), "the file has no samples", Sample.LINE_FORMAT);
    }
    return new Agreement(samples, largest);
  }

  /**
   * Returns the first samples with a text; none if a line before the last of them is not valid.
   *
   * @param limit maximum number of samples
   */
  public List<Sample> texts(int limit) {
    List<Sample> texts = new ArrayList<>();
    try (TextStream in = file.open()) {
      TextLines lines = new TextLines(in, MAX_LINE_BYTES);
      for (Optional<TextLines.Line> line = lines.next();
          line.isPresent() && texts.size() < limit;
          line = lines.next()) {
        if (!isBlank(line.get())) {
          Sample sample = parse(line.get());
          sample.text().ifPresent(text -> texts.add(sample));
        }
      }
      return texts;
    } catch (InvalidSampleException | IOException e) {
      return List.of();
    }
  }

  private static boolean isBlank(TextLines.Line line) {
    return line.problem().isEmpty() && line.text().isBlank();
  }

  private Sample parse(TextLines.Line line) {
    if (line.problem().isPresent()) {
      throw new InvalidSampleException(
          line.problem().get().description(), "Write lines of at most 1 MiB in UTF-8");
    }
    try {
      Sample sample = Sample.of(MAPPER.readTree(line.text()));
      if (sample.scores().size() != outputs) {
        throw new InvalidSampleException(
            "%d scores, the model has %d outputs".formatted(sample.scores().size(), outputs),
            Sample.LINE_FORMAT);
      }
      return sample;
    } catch (JsonProcessingException e) {
      throw new InvalidSampleException(JsonProblem.ofLine(e), Sample.LINE_FORMAT);
    }
  }
}
