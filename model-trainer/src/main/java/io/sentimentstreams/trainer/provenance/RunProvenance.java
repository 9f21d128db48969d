package io.sentimentstreams.trainer.provenance;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The course of a training.
 *
 * @param bestEpoch number of the epoch whose weights the bundle contains
 * @param finished whether the training was not interrupted
 * @param seconds total duration of all epochs
 * @param epochs figures of all epochs so far
 * @param environment machine and software
 */
public record RunProvenance(
    int bestEpoch,
    boolean finished,
    long seconds,
    List<EpochFigures> epochs,
    Environment environment) {

  public RunProvenance {
    epochs = List.copyOf(epochs);
  }

  /**
   * Machine and software of a training.
   *
   * @param java version of Java
   * @param processors number of processors
   * @param trainer version of the trainer; empty outside of a packaged jar
   */
  public record Environment(String java, int processors, Optional<String> trainer) {

    /** Returns the environment of this process. */
    public static Environment current() {
      return new Environment(
          System.getProperty("java.version"),
          Runtime.getRuntime().availableProcessors(),
          Optional.ofNullable(Environment.class.getPackage().getImplementationVersion()));
    }
  }

  void addTo(Map<String, String> facts) {
    facts.put(FactNames.BEST_EPOCH, Integer.toString(bestEpoch));
    facts.put(FactNames.FINISHED, Boolean.toString(finished));
    facts.put(FactNames.SECONDS, Long.toString(seconds));
    facts.put(FactNames.JAVA, environment.java());
    facts.put(FactNames.PROCESSORS, Integer.toString(environment.processors()));
    environment.trainer().ifPresent(version -> facts.put(FactNames.TRAINER, version));
    epochs.forEach(epoch -> epoch.addTo(facts));
  }
}
