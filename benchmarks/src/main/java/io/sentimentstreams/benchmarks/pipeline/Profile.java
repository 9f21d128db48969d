package io.sentimentstreams.benchmarks.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;

/**
 * Processor time of an application by purpose, from Flight Recorder's samples of its threads.
 *
 * @param shares proportions of the processor time of the process, 0 to 1, by purpose
 * @param methods proportions of the samples, 0 to 1, of the methods with the most samples, in
 *     descending order
 */
public record Profile(Map<Purpose, Double> shares, Map<String, Double> methods) {

  private static final int METHODS = 12;
  private static final Duration HALF_A_SECOND = Duration.ofMillis(500);

  /** Prefix of the names of compiler threads, which belong to the Java virtual machine. */
  private static final String COMPILER = "CompilerThre";

  public Profile {
    shares = shares.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(shares));
    methods = Collections.unmodifiableMap(new LinkedHashMap<>(methods));
  }

  /** Returns the proportion of the network and the encoding of texts. */
  double scoring() {
    return shares.getOrDefault(Purpose.NETWORK, 0.0) + shares.getOrDefault(Purpose.TEXT, 0.0);
  }

  /** Processor time of a process. */
  interface ProcessorTime {
    /** Returns the processor seconds between two times. */
    double secondsBetween(Instant from, Instant to);
  }

  /**
   * Reads a recording.
   *
   * @param from start of the interval
   * @param to end of the interval, some seconds later
   * @param process processor time of the recorded process
   * @param cores number of cores of the machine
   */
  static Profile read(Path recording, Instant from, Instant to, ProcessorTime process, int cores) {
    Tally tally = new Tally(cores);
    try (RecordingFile file = new RecordingFile(recording)) {
      while (file.hasMoreEvents()) {
        RecordedEvent event = file.readEvent();
        Instant at = event.getStartTime();
        if (!at.isBefore(from) && at.isBefore(to)) {
          tally.add(event);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the recording " + recording + ".", e);
    }
    return tally.profile(process);
  }

  /**
   * Processor time of a thread in the preceding second.
   *
   * @param user seconds in user mode
   * @param system seconds in kernel mode
   */
  private record Load(Instant at, long thread, double user, double system) {}

  /** Samples and loads of one recording. */
  private static final class Tally {

    private final int cores;
    private final List<Load> loads = new ArrayList<>();
    private final Map<Long, Map<Purpose, Integer>> samples = new HashMap<>();
    private final Map<String, Integer> methods = new HashMap<>();
    private int all;

    Tally(int cores) {
      this.cores = cores;
    }

    void add(RecordedEvent event) {
      switch (event.getEventType().getName()) {
        case "jdk.ExecutionSample" -> addSample(event);
        case "jdk.ThreadCPULoad" -> addLoad(event);
        default -> {
          // Other events are not enabled.
        }
      }
    }

    private void addSample(RecordedEvent event) {
      RecordedThread thread = event.getThread("sampledThread");
      if (thread == null || event.getStackTrace() == null) {
        return;
      }
      samples
          .computeIfAbsent(thread.getId(), id -> new EnumMap<>(Purpose.class))
          .merge(purpose(event), 1, Integer::sum);
      RecordedMethod top = event.getStackTrace().getFrames().get(0).getMethod();
      String type = top.getType().getName();
      methods.merge(
          type.substring(type.lastIndexOf('.') + 1) + "." + top.getName(), 1, Integer::sum);
      all++;
    }

    private static Purpose purpose(RecordedEvent event) {
      for (RecordedFrame frame : event.getStackTrace().getFrames()) {
        Purpose purpose = Purpose.of(frame.getMethod().getType().getName());
        if (purpose != Purpose.OTHER) {
          return purpose;
        }
      }
      return Purpose.OTHER;
    }

    /** Adds a load; the event has proportions of all cores. */
    private void addLoad(RecordedEvent event) {
      RecordedThread thread = event.getThread();
      if (thread != null) {
        boolean compiles = String.valueOf(thread.getOSName()).contains(COMPILER);
        double user = compiles ? 0 : (double) event.getFloat("user") * cores;
        double system = compiles ? 0 : (double) event.getFloat("system") * cores;
        loads.add(new Load(event.getStartTime(), thread.getId(), user, system));
      }
    }

    Profile profile(ProcessorTime process) {
      List<Instant> times = loads.stream().map(Load::at).sorted().toList();
      if (times.isEmpty()) {
        return new Profile(Map.of(), hottest());
      }
      // Whole seconds only: from the first report to the last, without the second before the first
      // report.
      Instant first = times.get(0);
      Instant last = times.get(times.size() - 1);
      Map<Purpose, Double> seconds = new EnumMap<>(Purpose.class);
      loads.stream()
          .filter(load -> load.at().isAfter(first.plus(HALF_A_SECOND)))
          .forEach(load -> share(load, seconds));
      double known = seconds.values().stream().mapToDouble(Double::doubleValue).sum();
      double whole = Math.max(known, process.secondsBetween(first, last));
      if (whole == 0) {
        return new Profile(Map.of(), hottest());
      }
      seconds.put(Purpose.VIRTUAL_MACHINE, whole - known);
      Map<Purpose, Double> shares = new EnumMap<>(Purpose.class);
      seconds.forEach((purpose, value) -> shares.put(purpose, value / whole));
      return new Profile(shares, hottest());
    }

    /** Divides a thread's time in proportion to its samples. */
    private void share(Load load, Map<Purpose, Double> seconds) {
      Map<Purpose, Integer> seen = samples.getOrDefault(load.thread(), Map.of(Purpose.OTHER, 1));
      double total = seen.values().stream().mapToInt(Integer::intValue).sum();
      seen.forEach(
          (purpose, count) -> seconds.merge(purpose, load.user() * count / total, Double::sum));
      seconds.merge(Purpose.SYSTEM, load.system(), Double::sum);
    }

    private Map<String, Double> hottest() {
      Map<String, Double> hottest = new LinkedHashMap<>();
      methods.entrySet().stream()
          .sorted(
              Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                  .thenComparing(Map.Entry.comparingByKey()))
          .limit(METHODS)
          .forEach(entry -> hottest.put(entry.getKey(), (double) entry.getValue() / all));
      return hottest;
    }
  }
}
