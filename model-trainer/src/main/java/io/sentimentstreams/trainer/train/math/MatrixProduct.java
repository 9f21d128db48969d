package io.sentimentstreams.trainer.train.math;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas;

/**
 * Row-major matrix products through the OpenBLAS that ND4J brings, on one thread: workers share the
 * cores, and threads inside a product of this size cost more than they give. Called directly
 * because {@code Nd4j.gemm} spends two to five times as long on the small products of a timestep
 * (13 against 28 microseconds for 32x64 by 64x256 on one core).
 *
 * <p>Holds scratch memory: not thread-safe, one per worker.
 */
public final class MatrixProduct {

  /** How an operand is read. */
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

  /** Keeps OpenBLAS to the calling thread; for the whole process. */
  public static void useCallingThreadOnly() {
    openblas.blas_set_num_threads(1);
  }

  /** {@code c = a · b}, with a of shape rows x inner, b inner x columns, c rows x columns. */
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

  /** {@code c = a · bᵀ}, with a of shape rows x inner, b columns x inner, c rows x columns. */
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
   * {@code c += aᵀ · b}, with a of shape inner x rows, b inner x columns, c rows x columns: the
   * gradient of a kernel from its inputs and the gradients of its outputs.
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
   * {@code c = form(a) · form(b) + keep * c} on native memory, each matrix with the length of its
   * rows.
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
