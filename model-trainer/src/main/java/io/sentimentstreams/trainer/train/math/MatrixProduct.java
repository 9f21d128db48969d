package io.sentimentstreams.trainer.train.math;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas;

/**
 * Row-major matrix products with ND4J's OpenBLAS on one thread, because parallelism inside products
 * of this size is slower than parallel workers. OpenBLAS is called directly, because {@code
 * Nd4j.gemm} takes two to five times as long for small products. A product of 32x64 by 64x256 takes
 * 28 instead of 13 microseconds on one core.
 *
 * <p>Not thread-safe: one per worker, because of its scratch memory.
 */
public final class MatrixProduct {

  /** Form of an operand. */
  public enum Form {
    PLAIN(openblas.CblasNoTrans),
    TRANSPOSED(openblas.CblasTrans);

    private final int code;

    Form(int code) {
      this.code = code;
    }
  }

  private final NativeArray left = new NativeArray();
  private final NativeArray right = new NativeArray();
  private final NativeArray result = new NativeArray();

  /** Limits OpenBLAS to the calling thread, for the whole process. */
  public static void useCallingThreadOnly() {
    openblas.blas_set_num_threads(1);
  }

  /**
   * Computes {@code c = a · b}, with a of shape rows x inner, b inner x columns, c rows x columns.
   */
  public void multiply(
      int rows, int columns, int inner, float[] a, float[] b, int bFrom, float[] c) {
    left.load(a, 0, rows * inner);
    right.load(b, bFrom, inner * columns);
    result.resize(rows * columns);
    gemm(
        Form.PLAIN,
        Form.PLAIN,
        rows,
        columns,
        inner,
        left.pointer(),
        inner,
        right.pointer(),
        columns,
        0,
        result.pointer(),
        columns);
    result.store(c, 0, rows * columns);
  }

  /**
   * Computes {@code c = a · bᵀ}, with a of shape rows x inner, b columns x inner, c rows x columns.
   */
  public void multiplyTransposed(
      int rows, int columns, int inner, float[] a, float[] b, int bFrom, float[] c) {
    left.load(a, 0, rows * inner);
    right.load(b, bFrom, inner * columns);
    result.resize(rows * columns);
    gemm(
        Form.PLAIN,
        Form.TRANSPOSED,
        rows,
        columns,
        inner,
        left.pointer(),
        inner,
        right.pointer(),
        inner,
        0,
        result.pointer(),
        columns);
    result.store(c, 0, rows * columns);
  }

  /**
   * Computes {@code c += aᵀ · b}, with a of shape inner x rows, b inner x columns, c rows x
   * columns. This is the gradient of a kernel from its inputs and output gradients.
   */
  public void addTransposedProduct(
      int rows, int columns, int inner, float[] a, float[] b, float[] c, int cFrom) {
    left.load(a, 0, rows * inner);
    right.load(b, 0, inner * columns);
    result.load(c, cFrom, rows * columns);
    gemm(
        Form.TRANSPOSED,
        Form.PLAIN,
        rows,
        columns,
        inner,
        left.pointer(),
        rows,
        right.pointer(),
        columns,
        1,
        result.pointer(),
        columns);
    result.store(c, cFrom, rows * columns);
  }

  /**
   * Computes {@code c = form(a) · form(b) + keep * c} in native memory. Each matrix is followed by
   * its row stride.
   */
  public static void gemm(
      Form formOfA,
      Form formOfB,
      int rows,
      int columns,
      int inner,
      FloatPointer a,
      int aRow,
      FloatPointer b,
      int bRow,
      float keep,
      FloatPointer c,
      int cRow) {
    openblas.cblas_sgemm(
        openblas.CblasRowMajor,
        formOfA.code,
        formOfB.code,
        rows,
        columns,
        inner,
        1f,
        a,
        aRow,
        b,
        bRow,
        keep,
        c,
        cRow);
  }
}
