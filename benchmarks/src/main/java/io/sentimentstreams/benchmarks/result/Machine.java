package io.sentimentstreams.benchmarks.result;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What was measured on.
 *
 * @param cpu the processor's name, as far as the system tells it
 * @param cores that the virtual machine may use
 * @param memoryGiB of the machine
 * @param vectorBits the width of the vectors that the kernels use, in bits
 * @param system the operating system and its version
 * @param loadBefore how many threads wanted a core on average in the minute before; below zero
 *     where the system does not tell
 */
public record Machine(
    String cpu, int cores, double memoryGiB, int vectorBits, String system, double loadBefore) {

  private static final Path CPU_INFO = Path.of("/proc/cpuinfo");
  private static final double GIB = 1L << 30;

  /** This machine. */
  public static Machine here(int vectorBits) {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return new Machine(
        cpuName(),
        Runtime.getRuntime().availableProcessors(),
        Math.round(10 * system.getTotalMemorySize() / GIB) / 10.0,
        vectorBits,
        system.getName() + " " + system.getVersion() + " " + system.getArch(),
        Math.round(10 * system.getSystemLoadAverage()) / 10.0);
  }

  private static String cpuName() {
    try (Stream<String> lines = Files.lines(CPU_INFO)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElseGet(() -> System.getProperty("os.arch"));
    } catch (IOException e) {
      return System.getProperty("os.arch");
    }
  }
}
