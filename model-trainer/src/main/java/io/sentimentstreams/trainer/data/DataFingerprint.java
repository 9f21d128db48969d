package io.sentimentstreams.trainer.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * What tells two data sets apart.
 *
 * @param sha256 over ids, labels and texts in their order, 64 lower-case hex digits
 * @param counts how many texts have each label, up to the last one that occurs
 */
public record DataFingerprint(String sha256, List<Integer> counts) {

  public DataFingerprint {
    counts = List.copyOf(counts);
  }

  /** How many texts there are. */
  public int examples() {
    return counts.stream().mapToInt(Integer::intValue).sum();
  }

  /** How many texts have a label. */
  public int count(int label) {
    return label < counts.size() ? counts.get(label) : 0;
  }

  /** How many texts are positive, where there are two labels. */
  public int positive() {
    return count(1);
  }

  /** Computes the fingerprint; each field goes in with its length, so none can pose as another. */
  public static DataFingerprint of(List<LabelledText> texts) {
    MessageDigest digest = newSha256();
    List<Integer> counts = new ArrayList<>();
    for (LabelledText text : texts) {
      update(digest, text.id());
      update(digest, text.label());
      update(digest, text.text());
      while (counts.size() <= text.label()) {
        counts.add(0);
      }
      counts.set(text.label(), counts.get(text.label()) + 1);
    }
    return new DataFingerprint(hex(digest), counts);
  }

  /** As above for texts without labels: over ids and texts, 64 lower-case hex digits. */
  public static String ofUnlabelled(List<UnlabelledText> texts) {
    MessageDigest digest = newSha256();
    for (UnlabelledText text : texts) {
      update(digest, text.id());
      update(digest, text.text());
    }
    return hex(digest);
  }

  private static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  /** One byte for each of two labels; five for others, the first of which is neither of those. */
  private static void update(MessageDigest digest, int label) {
    if (label > 1) {
      digest.update((byte) 2);
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(label).flip());
    } else {
      digest.update((byte) label);
    }
  }

  private static void update(MessageDigest digest, String field) {
    byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
    digest.update(bytes);
  }

  private static MessageDigest newSha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
