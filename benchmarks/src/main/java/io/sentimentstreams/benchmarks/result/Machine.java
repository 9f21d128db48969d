package io.sentimentstreams.benchmarks.result;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Machine of a measurement.
 *
 * @param cpu name of the processor, if the operating system reports it
 * @param cores number of cores available to the Java virtual machine
 * @param memoryGiB memory of the machine
 * @param vectorBits width of the kernels' vectors in bits
 * @param loadBefore load average of the minute before; negative if the operating system does not
 *     report it
 */
public record Machine(
    String cpu, int cores, double memoryGiB, int vectorBits, String system, double loadBefore) {

  private static final Path CPU_INFO = Path.of("/proc/cpuinfo");
  private static final double GIB = 1L << 30;

  /** Returns this machine. */
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
