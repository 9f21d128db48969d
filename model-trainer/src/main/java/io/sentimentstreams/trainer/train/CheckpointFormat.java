package io.sentimentstreams.trainer.train;

import io.sentimentstreams.model.bundle.Safetensors;
import io.sentimentstreams.model.network.Tensor;
import io.sentimentstreams.model.network.WeightSpec;
import io.sentimentstreams.trainer.train.loss.LossAndAccuracy;
import io.sentimentstreams.trainer.train.optimizer.Optimizer;
import io.sentimentstreams.trainer.train.optimizer.OptimizerState;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Serialization of a training's state as a safetensors file. Files are untrusted. Immutable. */
final class CheckpointFormat {

  private static final String FORMAT = "format";
  private static final String VERSION = "sentiment-streams-checkpoint-1";
  private static final String NETWORK = "network";
  private static final String DATA = "data";
  private static final String UPDATES = "updates";
  private static final String SETTING_PREFIX = "setting.";
  private static final String EPOCH_PREFIX = "epoch.";

  private static final String PARAMETERS = "parameters/";
  private static final String BEST = "best/";
  private static final String MOMENTUM = "momentum/";
  private static final String VELOCITY = "velocity/";

  private static final int COPIES = 4;
  private static final int MAX_EPOCHS = 100_000;

  private final ParameterLayout layout;
  private final Optimizer optimizer;

  /**
   * Creates the format for the states of a network.
   *
   * @param layout parameter layout of the network
   * @param optimizer optimizer, whose state is included
   */
  CheckpointFormat(ParameterLayout layout, Optimizer optimizer) {
    this.layout = layout;
    this.optimizer = optimizer;
  }

  /** Returns the maximum size of a checkpoint of the network in bytes. */
  long maxSize() {
    return Safetensors.MAX_HEADER_BYTES + Long.BYTES + (long) COPIES * Float.BYTES * layout.size();
  }

  byte[] write(TrainingIdentity identity, TrainingState state) {
    Map<String, String> metadata = new TreeMap<>();
    metadata.put(FORMAT, VERSION);
    metadata.put(NETWORK, identity.network());
    metadata.put(DATA, identity.data());
    metadata.put(UPDATES, Long.toString(state.updater().updates()));
    identity.settings().forEach((name, value) -> metadata.put(SETTING_PREFIX + name, value));
    state.history().forEach(epoch -> metadata.put(EPOCH_PREFIX + epoch.epoch(), line(epoch)));
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    put(PARAMETERS, state.parameters(), tensors);
    put(BEST, state.bestParameters(), tensors);
    put(MOMENTUM, state.updater().momentum(), tensors);
    put(VELOCITY, state.updater().velocity(), tensors);
    return Safetensors.write(metadata, tensors);
  }

  private void put(String prefix, float[] values, Map<String, Tensor> tensors) {
    if (values.length > 0) {
      layout.model(values).weights().forEach((name, tensor) -> tensors.put(prefix + name, tensor));
    }
  }

  /** Reads the identity of the training from a checkpoint. */
  TrainingIdentity identity(byte[] bytes) throws IOException {
    Map<String, String> metadata = metadata(bytes);
    Map<String, String> settings = new TreeMap<>();
    metadata.forEach(
        (name, value) -> {
          if (name.startsWith(SETTING_PREFIX)) {
            settings.put(name.substring(SETTING_PREFIX.length()), value);
          }
        });
    return new TrainingIdentity(settings, value(metadata, NETWORK), value(metadata, DATA));
  }

  private static Map<String, String> metadata(byte[] bytes) throws IOException {
    Map<String, String> metadata = Safetensors.metadata(bytes);
    String format = value(metadata, FORMAT);
    if (!format.equals(VERSION)) {
      throw new IOException("the format is %s instead of %s".formatted(format, VERSION));
    }
    return metadata;
  }

  /** Reads the state from a checkpoint of this network. */
  TrainingState state(byte[] bytes) throws IOException {
    Map<String, String> metadata = metadata(bytes);
    Map<String, Tensor> tensors = Safetensors.read(bytes);
    boolean hasMomentum = OptimizerState.momentumSize(optimizer, layout.size()) > 0;
    try {
      OptimizerState updater =
          new OptimizerState(
              Long.parseUnsignedLong(value(metadata, UPDATES)),
              hasMomentum ? values(MOMENTUM, tensors) : new float[0],
              values(VELOCITY, tensors));
      return new TrainingState(
          values(PARAMETERS, tensors), values(BEST, tensors), updater, history(metadata));
    } catch (IllegalArgumentException e) {
      throw new IOException("malformed number: " + e.getMessage(), e);
    }
  }

  private float[] values(String prefix, Map<String, Tensor> tensors) throws IOException {
    float[] values = new float[layout.size()];
    for (WeightSpec spec : layout.network().weights()) {
      Tensor tensor = tensors.get(prefix + spec.name());
      if (tensor == null || !tensor.shape().equals(spec.shape())) {
        throw new IOException(
            "no tensor %s of shape %s".formatted(prefix + spec.name(), spec.shape()));
      }
      System.arraycopy(tensor.data(), 0, values, layout.offset(spec.name()), tensor.data().length);
    }
    for (float value : values) {
      if (!Float.isFinite(value)) {
        throw new IOException("a number of %s is %s".formatted(prefix, value));
      }
    }
    return values;
  }

  private static List<EpochResult> history(Map<String, String> metadata) throws IOException {
    List<EpochResult> history = new ArrayList<>();
    for (int epoch = 1; epoch < MAX_EPOCHS; epoch++) {
      String line = metadata.get(EPOCH_PREFIX + epoch);
      if (line == null) {
        break;
      }
      history.add(epoch(epoch, line));
    }
    if (history.isEmpty() || !history.get(0).improved()) {
      throw new IOException("the first epoch is missing");
    }
    return history;
  }

  /**
   * Formats an epoch: training loss and accuracy, validation loss and accuracy, improvement,
   * nanoseconds.
   */
  private static String line(EpochResult result) {
    return "%s %s %s %s %s %d"
        .formatted(
            result.training().loss(),
            result.training().accuracy(),
            result.validation().loss(),
            result.validation().accuracy(),
            result.improved(),
            result.duration().toNanos());
  }

  private static EpochResult epoch(int epoch, String line) throws IOException {
    String[] parts = line.split(" ", -1);
    if (parts.length != 6) {
      throw new IOException("the entry of epoch %d is malformed".formatted(epoch));
    }
    return new EpochResult(
        epoch,
        new LossAndAccuracy(Double.parseDouble(parts[0]), Double.parseDouble(parts[1])),
        new LossAndAccuracy(Double.parseDouble(parts[2]), Double.parseDouble(parts[3])),
        Boolean.parseBoolean(parts[4]),
        Duration.ofNanos(Long.parseLong(parts[5])));
  }

  private static String value(Map<String, String> metadata, String name) throws IOException {
    String value = metadata.get(name);
    if (value == null) {
      throw new IOException("no metadata entry named " + name);
    }
    return value;
  }
}
