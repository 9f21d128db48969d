package io.sentimentstreams.model.language;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/**
 * The detector of Apache OpenNLP, which knows 103 languages. It is loaded once per process, when it
 * is first used, and then needs about 45 MB of heap. It reads the first {@value #MAX_CHARS} UTF-16
 * code units of a text. Thread-safe.
 *
 * <p>See the <a href="https://opennlp.apache.org/models.html">models of OpenNLP</a>.
 */
public final class OpenNlpDetector implements LanguageDetector {

  /** The number of UTF-16 code units of a text that are read. */
  public static final int MAX_CHARS = 500;

  private static final String MODEL = "/langdetect-183.bin";

  /** Loaded by the first access to this class. */
  private static final class Loaded {

    /** Its context generator and its network have no state, so threads can share it. */
    static final LanguageDetectorME DETECTOR = load();

    static final Map<String, String> PRIMARY = primary();

    private Loaded() {}

    private static LanguageDetectorME load() {
      try (InputStream model = LanguageDetectorME.class.getResourceAsStream(MODEL)) {
        if (model == null) {
          throw new IllegalStateException(
              "No language model on the class path: %s. Add opennlp-models-langdetect."
                  .formatted(MODEL));
        }
        return new LanguageDetectorME(new LanguageDetectorModel(new BufferedInputStream(model)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static Map<String, String> primary() {
      Map<String, String> codes = new HashMap<>();
      for (String code : DETECTOR.getSupportedLanguages()) {
        codes.put(code, LanguageTag.primary(code).orElse(code));
      }
      return Map.copyOf(codes);
    }
  }

  @Override
  public Set<String> languages() {
    return new HashSet<>(Loaded.PRIMARY.values());
  }

  @Override
  public LanguageProbabilities detect(String text) {
    Map<String, Double> probabilities = new HashMap<>();
    for (Language each : Loaded.DETECTOR.predictLanguages(beginning(text))) {
      // The largest, not the sum: both forms of Norwegian must not outweigh Danish in a short text.
      probabilities.merge(
          Loaded.PRIMARY.getOrDefault(each.getLang(), each.getLang()),
          each.getConfidence(),
          Math::max);
    }
    return new LanguageProbabilities(probabilities);
  }

  private static String beginning(String text) {
    if (text.length() <= MAX_CHARS) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(MAX_CHARS - 1)) ? MAX_CHARS - 1 : MAX_CHARS;
    return text.substring(0, end);
  }
}
