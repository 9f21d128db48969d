package io.sentimentstreams.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The program that writes valid inputs as the corpus of Jazzer. */
final class FuzzSeeds {

  private FuzzSeeds() {}

  /** Writes a folder for each target to the folder in the first argument. */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    write(folder.resolve("FuzzedAvro"), List.of(FuzzedAvro.sample()));
    write(folder.resolve("FuzzedJson"), FuzzedJson.samples());
    List<byte[]> bundles = new ArrayList<>();
    for (int part = 0; part < FuzzedBundle.PARTS.size(); part++) {
      byte[] content = FuzzedBundle.sample(FuzzedBundle.PARTS.get(part));
      byte[] bytes = new byte[content.length + 1];
      bytes[0] = (byte) part;
      System.arraycopy(content, 0, bytes, 1, content.length);
      bundles.add(bytes);
    }
    write(folder.resolve("FuzzedBundle"), bundles);
  }

  private static void write(Path folder, List<byte[]> seeds) throws IOException {
    Files.createDirectories(folder);
    for (int i = 0; i < seeds.size(); i++) {
      Files.write(folder.resolve("seed-" + i), seeds.get(i));
    }
  }
}
