package io.sentimentstreams.trainer.onnx.importer.symbolic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Features that are a linear function of the features of one stage.
 *
 * @param stage source
 * @param columns each feature
 */
public record Columns(Stage stage, List<Column> columns) {

  /** Maximum number of factors of all columns. */
  private static final long MAX_FACTORS = 1L << 27;

  private static final String ONE_SOURCE =
      "Use a chain of layers: each layer reads the output of the layer before it only";

  public Columns {
    columns = List.copyOf(columns);
  }

  /**
   * One feature: the sum of features of the stage, each with a factor, and a bias.
   *
   * @param rows indices of features of the stage, in ascending order
   * @param factors one per row, none of them 0
   * @param unknown reason why no layer computes the feature; empty for others
   */
  @SuppressWarnings("ArrayRecordComponent")
  public // Not modified, and not compared.
  record Column(int[] rows, double[] factors, double bias, Optional<String> unknown) {

    public Column scaled(double factor) {
      if (factor == 0) {
        return new Column(new int[0], new double[0], 0, unknown);
      }
      return new Column(
          rows,
          Arrays.stream(factors).map(each -> each * factor).toArray(),
          bias * factor,
          unknown);
    }

    public Column plus(double added) {
      return new Column(rows, factors, bias + added, unknown);
    }

    Column refused(String reason) {
      return new Column(rows, factors, bias, Optional.of(reason));
    }

    /** Returns whether the feature is one of the stage, times a positive factor, plus a bias. */
    public boolean isMonotonic() {
      return rows.length == 1 && factors[0] > 0;
    }
  }

  /** Returns the features of a stage themselves. */
  public static Columns of(Stage stage) {
    return of(stage, 0, stage.width());
  }

  /** Returns some features of a stage. */
  public static Columns of(Stage stage, int from, int to) {
    List<Column> columns = new ArrayList<>();
    for (int row = from; row < to; row++) {
      columns.add(new Column(new int[] {row}, new double[] {1}, 0, Optional.empty()));
    }
    return new Columns(stage, columns);
  }

  public int width() {
    return columns.size();
  }

  public boolean isIdentity() {
    if (width() != stage.width()) {
      return false;
    }
    for (int i = 0; i < width(); i++) {
      Column column = columns.get(i);
      if (column.rows().length != 1
          || column.rows()[0] != i
          || column.factors()[0] != 1
          || column.bias() != 0) {
        return false;
      }
    }
    return true;
  }

  /** Refuses features that no layer computes. */
  public Columns checked() {
    columns.stream()
        .flatMap(column -> column.unknown().stream())
        .findFirst()
        .ifPresent(
            reason -> {
              throw new UnsupportedOnnxModelException(
                  reason,
                  "Use the last hidden state of each direction (h_n in PyTorch), or pooling over time");
            });
    return this;
  }

  public Columns on(Stage other) {
    return new Columns(other, columns);
  }

  public Columns map(UnaryOperator<Column> operation) {
    return new Columns(stage, columns.stream().map(operation).toList());
  }

  public Columns part(int from, int to) {
    return new Columns(stage, columns.subList(from, to));
  }

  public Columns pick(int[] indices) {
    return new Columns(stage, Arrays.stream(indices).mapToObj(columns::get).toList());
  }

  public static Columns concatenated(List<Columns> parts) {
    List<Column> all = new ArrayList<>();
    for (Columns part : parts) {
      requireSameStage(parts.get(0), part, "a concatenation");
      all.addAll(part.columns);
    }
    return new Columns(parts.get(0).stage, all);
  }

  /** Returns the sum of two vectors, with a factor for the second one. */
  public Columns plus(Columns other, double factor) {
    requireSameStage(this, other, "a sum");
    if (width() != other.width() && width() != 1 && other.width() != 1) {
      throw new UnsupportedOnnxModelException(
          "a sum of %d and %d features".formatted(width(), other.width()),
          "Export the model again");
    }
    List<Column> sums = new ArrayList<>();
    double[] sum = new double[stage.width()];
    for (int i = 0; i < Math.max(width(), other.width()); i++) {
      Column first = columns.get(Math.min(i, width() - 1));
      Column second = other.columns.get(Math.min(i, other.width() - 1));
      add(sum, first, 1);
      add(sum, second, factor);
      sums.add(
          column(sum, first.bias() + factor * second.bias(), first.unknown().or(second::unknown)));
    }
    return new Columns(stage, sums);
  }

  /**
   * Returns the product with a matrix.
   *
   * @param matrix width of this x outputs, row-major
   */
  public Columns times(float[] matrix, int outputs) {
    if (matrix.length != (long) width() * outputs) {
      throw new UnsupportedOnnxModelException(
          "a matrix product of %d features with a matrix of %d rows"
              .formatted(width(), matrix.length / Math.max(1, outputs)),
          "Export the model again");
    }
    checked();
    List<Column> products = new ArrayList<>();
    double[] sum = new double[stage.width()];
    long factors = 0;
    for (int output = 0; output < outputs; output++) {
      double bias = 0;
      for (int i = 0; i < width(); i++) {
        double factor = matrix[i * outputs + output];
        if (factor != 0) {
          add(sum, columns.get(i), factor);
          bias += factor * columns.get(i).bias();
        }
      }
      Column product = column(sum, bias, Optional.empty());
      factors += product.rows().length;
      if (factors > MAX_FACTORS) {
        throw new UnsupportedOnnxModelException(
            "a matrix product has more than %d weights".formatted(MAX_FACTORS),
            "Import a smaller model");
      }
      products.add(product);
    }
    return new Columns(stage, products);
  }

  private static void add(double[] sum, Column column, double factor) {
    int[] rows = column.rows();
    double[] factors = column.factors();
    for (int i = 0; i < rows.length; i++) {
      sum[rows[i]] += factor * factors[i];
    }
  }

  /** Returns a column of the sums, which are set to 0. */
  private static Column column(double[] sum, double bias, Optional<String> unknown) {
    int count = 0;
    for (double each : sum) {
      count += each == 0 ? 0 : 1;
    }
    int[] rows = new int[count];
    double[] factors = new double[count];
    int next = 0;
    for (int i = 0; i < sum.length; i++) {
      if (sum[i] != 0) {
        rows[next] = i;
        factors[next++] = sum[i];
        sum[i] = 0;
      }
    }
    return new Column(rows, factors, bias, unknown);
  }

  /** Returns the values for given features of the stage. */
  public void apply(float[] features, int offset, double[] values) {
    for (int i = 0; i < values.length; i++) {
      Column column = columns.get(i);
      double sum = column.bias();
      for (int j = 0; j < column.rows().length; j++) {
        sum += column.factors()[j] * features[offset + column.rows()[j]];
      }
      values[i] = sum;
    }
  }

  /** Returns the factors as a matrix, stage width x width, row-major. */
  public float[] matrix() {
    checked();
    float[] matrix = new float[Constant.size(stage.width(), width())];
    for (int i = 0; i < width(); i++) {
      Column column = columns.get(i);
      for (int j = 0; j < column.rows().length; j++) {
        matrix[column.rows()[j] * width() + i] = (float) column.factors()[j];
      }
    }
    return matrix;
  }

  public float[] bias() {
    float[] bias = new float[width()];
    for (int i = 0; i < bias.length; i++) {
      bias[i] = (float) columns.get(i).bias();
    }
    return bias;
  }

  private static void requireSameStage(Columns first, Columns second, String operation) {
    if (!first.stage.equals(second.stage)) {
      throw new UnsupportedOnnxModelException(
          "%s reads the outputs of two layers".formatted(operation), ONE_SOURCE);
    }
  }
}
