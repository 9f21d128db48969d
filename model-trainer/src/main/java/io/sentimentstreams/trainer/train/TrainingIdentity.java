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
 * What two trainings must share for one to go on where the other was cut off.
 *
 * @param settings those that decide the way to any epoch, by name
 * @param network its layers, and whether its word vectors are trained
 * @param data SHA-256 over the examples of training and validation, 64 lower-case hex digits
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
    Map<String, String> deciding = new TreeMap<>(settings.asMap());
    deciding.remove("patience");
    if (!settings.schedule().plansAhead()) {
      deciding.remove("epochs");
    }
    return new TrainingIdentity(
        deciding,
        layout.network().layers() + ", word vectors " + layout.embeddingTuning(),
        fingerprint(training, validation));
  }

  /**
   * What differs, for people; empty if nothing does.
   *
   * @param now the training that would go on
   */
  List<String> differences(TrainingIdentity now) {
    List<String> differences = new ArrayList<>();
    TreeSet<String> names = new TreeSet<>(settings.keySet());
    names.addAll(now.settings.keySet());
    for (String name : names) {
      String before = settings.getOrDefault(name, "none");
      String after = now.settings.getOrDefault(name, "none");
      if (!before.equals(after)) {
        differences.add("%s was %s, is %s now".formatted(name, before, after));
      }
    }
    if (!network.equals(now.network)) {
      differences.add("the network is another one");
    }
    if (!data.equals(now.data)) {
      differences.add("the examples are others");
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
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static void update(MessageDigest digest, List<Example> examples) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(examples.size()).flip());
    for (Example example : examples) {
      int[] ids = example.ids();
      ByteBuffer bytes = ByteBuffer.allocate((ids.length + 2) * Integer.BYTES).putInt(ids.length);
      for (int id : ids) {
        bytes.putInt(id);
      }
      digest.update(bytes.putFloat(example.target()).flip());
    }
  }
}
