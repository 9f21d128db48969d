package io.sentimentstreams.trainer.report;

import io.sentimentstreams.model.file.AtomicFile;
import io.sentimentstreams.model.file.OutputCheck;
import io.sentimentstreams.trainer.behave.BehaviourReport;
import java.io.IOException;
import java.nio.file.Path;

/** Writer of reports as self-contained pages, and of training curves as images. */
public final class ReportWriter {

  private ReportWriter() {}

  /**
   * Writes the HTML page.
   *
   * @param file target; its folder must exist
   * @throws ReportFailedException if the report cannot be rendered or written
   */
  public static void writePage(Report report, Path file) {
    write(file, () -> AtomicFile.write(file, new ReportPage(report).render()));
  }

  /**
   * Writes the HTML page of a behaviour report.
   *
   * @param file target; its folder must exist
   * @throws ReportFailedException if the report cannot be written
   */
  public static void writePage(BehaviourReport report, Path file) {
    write(file, () -> AtomicFile.write(file, new BehaviourPage(report).render()));
  }

  /**
   * Writes the training curves as a PNG file. A report without epochs has none.
   *
   * @param file target; its folder must exist
   * @throws ReportFailedException if the report cannot be rendered or written
   */
  public static void writeCurves(Report report, Path file) {
    if (!report.epochs().isEmpty()) {
      write(file, () -> TrainingCurves.writePng(report.epochs(), report.best(), file));
    }
  }

  /** An action that can fail. */
  private interface Writing {
    void run() throws IOException;
  }

  private static void write(Path file, Writing writing) {
    try {
      writing.run();
    } catch (IOException e) {
      throw new ReportFailedException(
          file, OutputCheck.reason(e), "Check the path, its permissions and the disk space", e);
    } catch (LinkageError | InternalError e) {
      // Thrown by Java on a machine without fonts or without font libraries.
      throw new ReportFailedException(
          file,
          "text cannot be rendered",
          "Install fontconfig and a font, or use a complete Java runtime",
          e);
    }
  }
}
