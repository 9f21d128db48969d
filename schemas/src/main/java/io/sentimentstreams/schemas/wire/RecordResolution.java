package io.sentimentstreams.schemas.wire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Resolver;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;

/**
 * Way to read a writer's records as records of another schema. Fields are matched by name.
 * Timestamps are read with the writer's type and converted here, because Avro ignores the unit of
 * the writer.
 *
 * @param writer schema of the records
 * @param expected schema for Avro's reader: the reader's schema, with the writer's timestamps
 * @param timestamps branches of the timestamps that need a conversion, by field
 * @param faults reasons in words why no record can be read
 */
record RecordResolution(
    Schema writer,
    Schema expected,
    Map<String, List<TimestampBranch>> timestamps,
    List<String> faults) {

  private static final String TIMESTAMP = "timestamp-millis";

  RecordResolution {
    timestamps = Map.copyOf(timestamps);
    faults = List.copyOf(faults);
  }

  /**
   * Resolves two schemas.
   *
   * @param writer schema of the records, not a union
   * @param reader schema of a record
   */
  static RecordResolution of(Schema writer, Schema reader) {
    if (writer.getType() != Schema.Type.RECORD) {
      return new RecordResolution(
          writer,
          reader,
          Map.of(),
          List.of("it is a schema of type " + writer.getType().getName() + ", not of a record"));
    }
    SpecificData data = new GeneratedRecords();
    Map<String, List<TimestampBranch>> timestamps = new HashMap<>();
    List<String> faults = new ArrayList<>();
    List<Schema.Field> fields = new ArrayList<>();
    for (Schema.Field field : reader.getFields()) {
      Schema.Field written = writer.getField(field.name());
      if (written == null) {
        if (!field.hasDefaultValue()) {
          faults.add(missing(field.name(), writer));
        }
        fields.add(new Schema.Field(field, field.schema()));
      } else if (isTimestamp(field.schema())) {
        if (isTimestamp(written.schema())) {
          fields.add(new Schema.Field(field, field.schema()));
        } else {
          timestamps.put(field.name(), TimestampBranch.of(field.name(), written.schema(), faults));
          fields.add(new Schema.Field(field.name(), written.schema(), field.doc()));
        }
      } else {
        check(field, written.schema(), data, faults);
        fields.add(new Schema.Field(field, field.schema()));
      }
    }
    Schema expected =
        Schema.createRecord(
            reader.getName(), reader.getDoc(), reader.getNamespace(), reader.isError(), fields);
    return new RecordResolution(writer, expected, timestamps, faults);
  }

  /** Names a field of the same letters, because some tools write names in upper case. */
  private static String missing(String name, Schema writer) {
    return writer.getFields().stream()
        .map(Schema.Field::name)
        .filter(name::equalsIgnoreCase)
        .findFirst()
        .map(similar -> "field '%s' is missing, but there is '%s'".formatted(name, similar))
        .orElseGet(() -> "field '%s' is missing".formatted(name));
  }

  private static boolean isTimestamp(Schema schema) {
    return schema.getType() == Schema.Type.LONG && TIMESTAMP.equals(schema.getProp("logicalType"));
  }

  private static void check(
      Schema.Field field, Schema written, SpecificData data, List<String> faults) {
    if (isUnreadable(Resolver.resolve(written, field.schema(), data))) {
      faults.add(
          "field '%s' has type %s instead of %s"
              .formatted(field.name(), names(written), names(field.schema())));
    }
    if (holdsText(field.schema())) {
      for (Schema branch : branches(written)) {
        if (branch.getType() == Schema.Type.BYTES && branch.getObjectProp("logicalType") != null) {
          faults.add(
              "field '%s' is text, but has type %s"
                  .formatted(field.name(), TimestampUnit.name(branch)));
        }
      }
    }
  }

  private static boolean holdsText(Schema schema) {
    return branches(schema).stream().anyMatch(branch -> branch.getType() == Schema.Type.STRING);
  }

  static List<Schema> branches(Schema schema) {
    return schema.getType() == Schema.Type.UNION ? schema.getTypes() : List.of(schema);
  }

  private static String names(Schema schema) {
    return String.join(" or ", branches(schema).stream().map(TimestampUnit::name).toList());
  }

  /** Returns whether no value of the writer's type can be read. */
  private static boolean isUnreadable(Resolver.Action action) {
    if (action instanceof Resolver.ErrorAction) {
      return true;
    }
    if (action instanceof Resolver.WriterUnion union) {
      return List.of(union.actions).stream().allMatch(RecordResolution::isUnreadable);
    }
    if (action instanceof Resolver.ReaderUnion union) {
      return isUnreadable(union.actualAction);
    }
    if (action instanceof Resolver.Container container) {
      return isUnreadable(container.elementAction);
    }
    if (action instanceof Resolver.RecordAdjust adjusted) {
      return List.of(adjusted.fieldActions).stream().anyMatch(RecordResolution::isUnreadable);
    }
    return false;
  }
}
