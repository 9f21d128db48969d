package io.sentimentstreams.schemas.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Released versions of one record's schema, oldest first. Released versions are never removed,
 * because their records remain in topics. Immutable.
 *
 * @param versions schemas; version n is at index n - 1
 */
public record SchemaReleases(List<Schema> versions) {

  public SchemaReleases {
    versions = List.copyOf(versions);
    if (versions.isEmpty()) {
      throw new IllegalArgumentException("a record must have at least 1 released version, was 0");
    }
  }

  /**
   * Reads the releases of a record from this module's resources, {@code releases/NAME/1.avsc} and
   * later.
   *
   * @param recordName name of the record without its namespace, for example {@code ReviewEvent}
   */
  public static SchemaReleases of(String recordName) {
    List<Schema> versions = new ArrayList<>();
    try {
      InputStream resource = open(recordName, 1);
      while (resource != null) {
        try (InputStream opened = resource) {
          versions.add(new Schema.Parser().parse(opened));
        }
        resource = open(recordName, versions.size() + 1);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the releases of " + recordName, e);
    }
    return new SchemaReleases(versions);
  }

  /** Returns the version that producers write now. */
  public Schema newest() {
    return versions.get(versions.size() - 1);
  }

  private static @Nullable InputStream open(String name, int version) {
    return SchemaReleases.class.getResourceAsStream("/releases/" + name + "/" + version + ".avsc");
  }
}
