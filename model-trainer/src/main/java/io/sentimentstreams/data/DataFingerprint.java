package io.sentimentstreams.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What tells two data sets apart.
 *
 * @param sha256 over ids, labels and texts in their order, 64 lower-case hex digits
 * @param examples how many there are
 * @param positive how many of them are positive
 */
public record DataFingerprint(String sha256, int examples, int positive) {

  /** Computes the fingerprint; each field goes in with its length, so none can pose as another. */
  public static DataFingerprint of(List<LabelledText> texts) {
    MessageDigest digest = newSha256();
    int positive = 0;
    for (LabelledText text : texts) {
      update(digest, text.id());
      digest.update((byte) (text.positive() ? 1 : 0));
      update(digest, text.text());
      positive += text.positive() ? 1 : 0;
    }
    return new DataFingerprint(hex(digest), texts.size(), positive);
  }

  /** As above for texts without labels: over ids and texts, 64 lower-case hex digits. */
  static String ofUnlabelled(List<UnlabelledText> texts) {
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
