package io.sentimentstreams.trainer.report;

import io.sentimentstreams.model.file.AtomicFile;
import io.sentimentstreams.trainer.provenance.EpochFigures;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import javax.imageio.ImageIO;
import org.knowm.xchart.XYChart;

/** Loss and accuracy curves of a training. */
final class TrainingCurves {

  private static final double SCALE = 1.5;

  private TrainingCurves() {}

  /** Returns the loss by epoch, for at least one epoch. */
  static XYChart loss(List<EpochFigures> epochs, OptionalInt best) {
    return Charts.epochs(
        "loss", epochs, best, EpochFigures::trainingLoss, EpochFigures::validationLoss);
  }

  /** Returns the accuracy by epoch, for at least one epoch. */
  static XYChart accuracy(List<EpochFigures> epochs, OptionalInt best) {
    return Charts.epochs(
        "accuracy", epochs, best, EpochFigures::trainingAccuracy, EpochFigures::validationAccuracy);
  }

  /** Writes both charts side by side as a PNG file. */
  static void writePng(List<EpochFigures> epochs, OptionalInt best, Path file) throws IOException {
    BufferedImage image =
        new BufferedImage(
            (int) (2 * ChartStyle.WIDTH * SCALE),
            (int) (ChartStyle.HEIGHT * SCALE),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.setColor(Color.WHITE);
      graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
      graphics.scale(SCALE, SCALE);
      SvgRenderer.paint(loss(epochs, best), graphics);
      graphics.translate(ChartStyle.WIDTH, 0);
      SvgRenderer.paint(accuracy(epochs, best), graphics);
    } finally {
      graphics.dispose();
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    AtomicFile.write(file, bytes.toByteArray());
  }
}
