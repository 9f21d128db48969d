package io.sentimentstreams.model.scoring.kernel;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Selection of the kernels for this machine, once per process. */
public final class KernelSelection {

  /**
   * System property for machines on which vectors narrower than the maximum are faster: 128, 256 or
   * 512. Default: the preference of the Java virtual machine.
   */
  static final String VECTOR_BITS = "sentimentstreams.vector.bits";

  static final String MODULE = "jdk.incubator.vector";

  private KernelSelection() {}

  /** Returns the kernels of this process. */
  public static Kernels best() {
    return Best.KERNELS;
  }

  /** Returns the value of {@link #VECTOR_BITS}; 0 if it is not set. */
  static int vectorBits() {
    return Integer.getInteger(VECTOR_BITS, 0);
  }

  /**
   * Selects the kernels.
   *
   * @param vectors whether the vector module is loaded
   * @param logger receives a warning if it is not
   */
  static Kernels choose(boolean vectors, Logger logger) {
    if (vectors) {
      // The classes that use the module's types are loaded only from here on.
      Kernels kernels = new VectorKernels();
      logger.log(Level.DEBUG, "Chose the kernels kernels=\"{0}\"", kernels.description());
      return kernels;
    }
    logger.log(
        Level.WARNING,
        "Chose the slow kernels, because module {0} is not loaded: scoring takes at "
            + "least twice as long. Start java with --add-modules {0}. kernels=scalar",
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
