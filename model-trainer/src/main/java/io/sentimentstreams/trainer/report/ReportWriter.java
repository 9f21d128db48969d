package io.sentimentstreams.trainer.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes reports as one page that needs no network, and curves as a picture. */
public final class ReportWriter {

  private ReportWriter() {}

  /**
   * Writes the page.
   *
   * @param file its folder must exist
   * @throws ReportFailedException if it cannot be drawn or written
   */
  public static void writePage(Report report, Path file) {
    write(file, () -> Files.writeString(file, new ReportPage(report).render()));
  }

  /**
   * Writes the curves as a PNG; a report without epochs has none.
   *
   * @param file its folder must exist
   * @throws ReportFailedException if it cannot be drawn or written
   */
  public static void writeCurves(Report report, Path file) {
    if (!report.epochs().isEmpty()) {
      write(file, () -> TrainingCurves.writePng(report.epochs(), report.best(), file));
    }
  }

  /** What may fail. */
  private interface Writing {
    void run() throws IOException;
  }

  private static void write(Path file, Writing writing) {
    try {
      writing.run();
    } catch (IOException e) {
      throw new ReportFailedException(file, e.toString(), "check the path and its permissions", e);
    } catch (LinkageError | InternalError e) {
      // What Java says on a machine without fonts or without the libraries that draw them.
      throw new ReportFailedException(
          file,
          "this machine cannot draw letters (" + e + ")",
          "install fontconfig and a font, or use a Java that is not reduced",
          e);
    }
  }
}
