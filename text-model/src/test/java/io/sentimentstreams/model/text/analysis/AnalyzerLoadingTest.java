package io.sentimentstreams.model.text.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.sentimentstreams.model.bundle.BundleReader;
import io.sentimentstreams.model.text.Analyzer;
import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Classes and dictionaries are loaded only for the analyzer that is used. */
class AnalyzerLoadingTest {

  private static final Path MODELS = Path.of("..", "models");

  @Test
  void scoringWithoutAnAnalyzerLoadsNoClassOfLucene() throws Exception {
    try (RecordingLoader loader = new RecordingLoader(jar -> true)) {
      loader
          .loadClass(BundleReader.class.getName())
          .getMethod("read", Path.class)
          .invoke(null, MODELS.resolve("imdb-default"));

      assertThat(loader.loaded).contains(Analyzer.class.getName()).hasSizeGreaterThan(100);
      assertThat(loader.loaded)
          .noneMatch(name -> name.startsWith("org.apache.lucene.") || name.startsWith("com.ibm."));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "STANDARD, org.apache.lucene.analysis.standard.",
    "NORI, org.apache.lucene.analysis.ko.",
    "KUROMOJI, org.apache.lucene.analysis.ja.",
    "SMARTCN, org.apache.lucene.analysis.cn.",
    "ICU, org.apache.lucene.analysis.icu."
  })
  void anAnalyzerLoadsNoOther(Analyzer analyzer, String own) throws Exception {
    try (RecordingLoader loader = new RecordingLoader(jar -> true)) {
      loader.analyze(analyzer, "film 영화 映画 电影");

      assertThat(loader.loaded).anyMatch(name -> name.startsWith(own));
      assertThat(loader.loaded)
          .filteredOn(
              name -> name.matches("org\\.apache\\.lucene\\.analysis\\.(ko|ja|cn|icu)\\..*"))
          .allMatch(name -> name.startsWith(own));
      assertThat(loader.loaded.stream().anyMatch(name -> name.startsWith("com.ibm.icu.")))
          .isEqualTo(analyzer == Analyzer.ICU);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "NORI, lucene-analysis-nori",
    "KUROMOJI, lucene-analysis-kuromoji",
    "SMARTCN, lucene-analysis-smartcn",
    "ICU, lucene-analysis-icu",
    "ICU, icu4j"
  })
  void aMissingLibraryIsNamed(Analyzer analyzer, String library) throws Exception {
    try (RecordingLoader loader = new RecordingLoader(jar -> !jar.contains(library))) {
      Throwable thrown = catchThrowable(() -> loader.load(analyzer));

      assertThat(thrown.getClass().getName()).isEqualTo(MissingAnalyzerException.class.getName());
      assertThat(thrown)
          .hasMessageContaining(analyzer.displayName() + " needs ")
          .hasMessageContaining(library)
          .hasMessageContaining("to the folder lib");
    }
  }

  @Test
  void aBundleWithoutTheLibraryOfItsAnalyzerIsRejected() throws Exception {
    try (RecordingLoader loader = new RecordingLoader(jar -> !jar.contains("nori"))) {
      Throwable thrown =
          catchThrowable(
              () ->
                  loader
                      .loadClass(BundleReader.class.getName())
                      .getMethod("read", Path.class)
                      .invoke(null, MODELS.resolve("nsmc-default")));

      assertThat(thrown.getCause())
          .hasMessageContaining("its analyzer nori needs lucene-analysis-nori")
          .hasMessageEndingWith("Add the library to the folder lib next to the program's jar.");
    }
  }

  /** Loader of the classes of this module and its libraries, apart from those of the test. */
  private static final class RecordingLoader extends URLClassLoader {

    private final Set<String> loaded = ConcurrentHashMap.newKeySet();

    RecordingLoader(Predicate<String> jars) {
      super(
          Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
              .filter(entry -> jars.test(Path.of(entry).getFileName().toString()))
              .map(RecordingLoader::url)
              .toArray(URL[]::new),
          ClassLoader.getPlatformClassLoader());
    }

    private static URL url(String entry) {
      try {
        return Path.of(entry).toUri().toURL();
      } catch (MalformedURLException e) {
        throw new IllegalArgumentException(entry, e);
      }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      Class<?> found = super.findClass(name);
      loaded.add(name);
      return found;
    }

    void analyze(Analyzer analyzer, String text) throws Exception {
      Class<?> type = loadClass(Analyzer.class.getName());
      Object words =
          type.getMethod("analyze", String.class)
              .invoke(type.getField(analyzer.name()).get(null), text);
      assertThat(words).isEqualTo(analyzer.analyze(text));
    }

    void load(Analyzer analyzer) throws Throwable {
      Class<?> type = loadClass(Analyzer.class.getName());
      try {
        type.getMethod("load").invoke(type.getField(analyzer.name()).get(null));
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    }
  }
}
