package io.sentimentstreams.trainer.train;

import io.sentimentstreams.trainer.train.batch.Example;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Properties that a training must share with a checkpoint to resume from it.
 *
 * @param settings settings that determine the weights of every epoch, by name
 * @param network layers, and whether the embeddings are trained
 * @param data SHA-256 of the training and validation examples, 64 lower-case hex digits
 */
record TrainingIdentity(Map<String, String> settings, String network, String data) {

  TrainingIdentity {
    settings = Map.copyOf(settings);
  }

  static TrainingIdentity of(
      TrainingSettings settings,
      ParameterLayout layout,
      List<Example> training,
      List<Example> validation) {
    Map<String, String> relevant = new TreeMap<>(settings.asMap());
    relevant.remove("patience");
    if (!settings.schedule().plansAhead()) {
      relevant.remove("epochs");
    }
    return new TrainingIdentity(
        relevant,
        layout.network().layers() + ", word vectors " + layout.embeddingTuning(),
        fingerprint(training, validation));
  }

  /**
   * Describes the differences; empty if there are none.
   *
   * @param current the training to resume
   */
  List<String> differences(TrainingIdentity current) {
    List<String> differences = new ArrayList<>();
    TreeSet<String> names = new TreeSet<>(settings.keySet());
    names.addAll(current.settings.keySet());
    for (String name : names) {
      String before = settings.getOrDefault(name, "(none)");
      String after = current.settings.getOrDefault(name, "(none)");
      if (!before.equals(after)) {
        differences.add("%s: %s instead of %s".formatted(name, before, after));
      }
    }
    if (!network.equals(current.network)) {
      differences.add("different network");
    }
    if (!data.equals(current.data)) {
      differences.add("different examples");
    }
    return differences;
  }

  private static String fingerprint(List<Example> training, List<Example> validation) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      update(digest, training);
      update(digest, validation);
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is required of every Java platform", e);
    }
  }

  private static void update(MessageDigest digest, List<Example> examples) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(examples.size()).flip());
    for (Example example : examples) {
      int[] ids = example.ids();
      float[] targets = example.targets();
      ByteBuffer bytes =
          ByteBuffer.allocate((2 + ids.length + targets.length) * Integer.BYTES).putInt(ids.length);
      for (int id : ids) {
        bytes.putInt(id);
      }
      for (float target : targets) {
        bytes.putFloat(target);
      }
      bytes.putFloat(example.weight());
      digest.update(bytes.flip());
    }
  }
}
