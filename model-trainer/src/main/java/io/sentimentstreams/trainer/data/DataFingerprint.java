package io.sentimentstreams.trainer.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Fingerprint of a data set.
 *
 * @param sha256 digest of ids, labels and texts in order, 64 lower-case hex digits
 * @param counts number of texts per label, up to the last label that occurs
 */
public record DataFingerprint(String sha256, List<Integer> counts) {

  public DataFingerprint {
    counts = List.copyOf(counts);
  }

  /** Returns the number of texts. */
  public int examples() {
    return counts.stream().mapToInt(Integer::intValue).sum();
  }

  /** Returns the number of texts with a label. */
  public int count(int label) {
    return label < counts.size() ? counts.get(label) : 0;
  }

  /** Returns the number of positive texts of a data set with two labels. */
  public int positive() {
    return count(1);
  }

  /**
   * Computes the fingerprint. Each field is preceded by its length, so that field boundaries count.
   */
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

  /** Returns the digest of ids and texts without labels, 64 lower-case hex digits. */
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

  /** Adds a label: one byte for labels 0 and 1, otherwise the byte 2 and four bytes. */
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
      throw new IllegalStateException("SHA-256 is required of every Java platform", e);
    }
  }
}
