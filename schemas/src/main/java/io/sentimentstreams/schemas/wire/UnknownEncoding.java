package io.sentimentstreams.schemas.wire;

import java.util.HexFormat;

/** Explanation of values that are in no supported encoding. */
final class UnknownEncoding {

  private static final String REMEDY = "Use single-object encoding or a schema registry's format.";

  private UnknownEncoding() {}

  /** Returns the problem and a remedy. The message has at most two bytes of the value. */
  static String message(byte[] value, HeaderValues headers) {
    if (value.length == 0) {
      return "Not Avro: the value is empty. " + REMEDY;
    }
    String start = HexFormat.of().formatHex(value, 0, Math.min(2, value.length));
    String problem = "Not Avro: %d bytes that start with '%s'".formatted(value.length, start);
    if (headers.last(SchemaHeaders.ARTIFACT_ID).isPresent()
        || headers.last(SchemaHeaders.CONTENT_HASH).isPresent()) {
      return problem
          + ", with Apicurio's headers but without an id of the schema. Send the header "
          + "%s or %s.".formatted(SchemaHeaders.CONTENT_ID, SchemaHeaders.GLOBAL_ID);
    }
    if (isLikeJson(value)) {
      return problem + ", like JSON. Set input.format=json, or use Avro.";
    }
    if (value.length > 1 && value[0] == 'O' && value[1] == 'b') {
      return problem + ", like an Avro file. Send one record per value. " + REMEDY;
    }
    return problem + ". " + REMEDY;
  }

  /** Returns whether a value begins like JSON, after a byte order mark and white space. */
  private static boolean isLikeJson(byte[] value) {
    int i = value.length > 2 && value[0] == (byte) 0xEF && value[1] == (byte) 0xBB ? 3 : 0;
    while (i < value.length && (value[i] == ' ' || (value[i] >= '\t' && value[i] <= '\r'))) {
      i++;
    }
    return i < value.length && (value[i] == '{' || value[i] == '[');
  }
}
