package io.sentimentstreams.model.scoring.kernel;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Chooses the kernels, once in the life of the process, by what the machine offers. */
public final class KernelSelection {

  /**
   * A system property for machines that do better with narrower vectors than their widest: 128, 256
   * or 512. Without it the virtual machine's own preference is taken.
   */
  static final String VECTOR_BITS = "sentimentstreams.vector.bits";

  static final String MODULE = "jdk.incubator.vector";

  private KernelSelection() {}

  /** The kernels that serve in this process. */
  public static Kernels best() {
    return Best.KERNELS;
  }

  /** What {@link #VECTOR_BITS} says; 0 where it says nothing. */
  static int vectorBits() {
    return Integer.getInteger(VECTOR_BITS, 0);
  }

  /**
   * Chooses between the two.
   *
   * @param vectors whether the module with the vectors is there
   * @param logger is told what was lost where it is not
   */
  static Kernels choose(boolean vectors, Logger logger) {
    if (vectors) {
      // The classes that name the module's types are not loaded before this line.
      Kernels kernels = new VectorKernels();
      logger.log(Level.DEBUG, "event=kernels-chosen kernels=\"{0}\"", kernels.description());
      return kernels;
    }
    logger.log(
        Level.WARNING,
        "event=kernels-chosen kernels=scalar reason=\"module {0} is not loaded, scoring takes"
            + " twice as long or longer\" remedy=\"start java with --add-modules {0}\"",
        MODULE);
    return new ScalarKernels();
  }

  private static final class Best {
    static final Kernels KERNELS =
        choose(
            ModuleLayer.boot().findModule(MODULE).isPresent(),
            System.getLogger(KernelSelection.class.getPackageName()));
  }
}
