package io.sentimentstreams.benchmarks.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;

/**
 * Where the processors' time of an application went, from Flight Recorder's samples of its threads.
 *
 * @param shares of all the time that the process took, 0 to 1, by what it was for
 * @param methods the share of all samples, 0 to 1, of the methods that were seen most, most first
 */
public record Profile(Map<Purpose, Double> shares, Map<String, Double> methods) {

  private static final int METHODS = 12;

  /** In the names of the threads that compile, whose time is the virtual machine's. */
  private static final String COMPILER = "CompilerThre";

  public Profile {
    shares = shares.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(shares));
    methods = Collections.unmodifiableMap(new LinkedHashMap<>(methods));
  }

  /** The share of the network and of the text before it. */
  double scoring() {
    return shares.getOrDefault(Purpose.NETWORK, 0.0) + shares.getOrDefault(Purpose.TEXT, 0.0);
  }

  /**
   * Reads a recording.
   *
   * @param from the begin of what counts
   * @param to its end
   * @param processorSeconds that the process took in between
   * @param cores of the machine
   */
  static Profile read(
      Path recording, Instant from, Instant to, double processorSeconds, int cores) {
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
      throw new UncheckedIOException("the recording " + recording + " cannot be read", e);
    }
    return tally.profile(processorSeconds);
  }

  /** Samples and loads of one recording. */
  private static final class Tally {

    private final int cores;

    /** The seconds on processors of each thread, in its own code and in the system's. */
    private final Map<Long, Double> userSeconds = new HashMap<>();

    private double systemSeconds;
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
          // Nothing else was asked for.
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

    /** A load is the mean share of all cores since the one before, a second ago. */
    private void addLoad(RecordedEvent event) {
      RecordedThread thread = event.getThread();
      if (thread != null && !String.valueOf(thread.getOSName()).contains(COMPILER)) {
        userSeconds.merge(thread.getId(), (double) event.getFloat("user") * cores, Double::sum);
        systemSeconds += (double) event.getFloat("system") * cores;
      }
    }

    Profile profile(double processorSeconds) {
      Map<Purpose, Double> seconds = new EnumMap<>(Purpose.class);
      userSeconds.forEach(
          (thread, user) -> {
            Map<Purpose, Integer> seen = samples.getOrDefault(thread, Map.of(Purpose.OTHER, 1));
            double total = seen.values().stream().mapToInt(Integer::intValue).sum();
            seen.forEach(
                (purpose, count) -> seconds.merge(purpose, user * count / total, Double::sum));
          });
      seconds.merge(Purpose.SYSTEM, systemSeconds, Double::sum);
      double known = seconds.values().stream().mapToDouble(Double::doubleValue).sum();
      double whole = Math.max(known, processorSeconds);
      seconds.put(Purpose.VIRTUAL_MACHINE, whole - known);
      Map<Purpose, Double> shares = new EnumMap<>(Purpose.class);
      seconds.forEach((purpose, value) -> shares.put(purpose, value / whole));
      return new Profile(shares, hottest());
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
