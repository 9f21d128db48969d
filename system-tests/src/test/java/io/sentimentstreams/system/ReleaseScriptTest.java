package io.sentimentstreams.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The script {@code scripts/release} in a small repository, with simulated Maven, Java and Docker.
 */
@EnabledOnOs(OS.LINUX)
class ReleaseScriptTest {

  private static final Path ROOT = Path.of(System.getProperty("repository.root")).normalize();

  /** Writes the jars of a build; the same ones each time. */
  private static final String MAVEN =
      """
      for program in streams-app model-trainer; do
        mkdir -p $program/target/lib
        echo "$(sed -n '/<version>/p' pom.xml)" >$program/target/$program.jar
        echo library >$program/target/lib/library.jar
      done
      """;

  /** Reports its version, and signs. */
  private static final String JAVA =
      """
      case $* in
        *-version*) echo '    java.specification.version = 17' >&2 ;;
        *sign*) echo signature >$5/bundle.zip.sig ;;
        *) exit 1 ;;
      esac
      """;

  /** An engine whose image contains the jars of the folder that it was built from. */
  private static final String DOCKER =
      """
      case $1 in
        build) for context; do :; done; echo "$context" >"$HOME/context" ;;
        create) echo container ;;
        cp) cp -R "$(cat "$HOME/context")/streams-app/target" "$4" ;;
        image) echo sha256:1234 ;;
      esac
      """;

  private static final String POM =
      """
      <project>
        <version>0.1.0-SNAPSHOT</version>
        <project.build.outputTimestamp>2026-01-01T00:00:00Z</project.build.outputTimestamp>
      </project>
      """;

  private static final String CHANGELOG =
      """
      # Changelog

      ## 0.1.0, not released yet

      - New.

      ## 0.0.9, 2026-01-01

      - Old.
      """;

  private final Path folder;
  private final Path repository;

  /**
   * A run of the script.
   *
   * @param exitCode of the script
   * @param output with errors
   */
  private record Run(int exitCode, String output) {}

  ReleaseScriptTest(@TempDir Path folder) {
    this.folder = folder;
    repository = folder.resolve("repository");
  }

  @BeforeEach
  void createRepository() throws Exception {
    assumeThat(LocalProgram.isThere("git")).as("git on the PATH").isTrue();
    script(folder.resolve("maven"), MAVEN);
    script(folder.resolve("jdk/bin/java"), JAVA);
    script(folder.resolve("jdk/bin/javac"), "exit 1");
    // No Docker engine.
    script(folder.resolve("bin/docker"), "exit 1");
    write("pom.xml", POM);
    write("streams-app/pom.xml", "<project><version>0.1.0-SNAPSHOT</version></project>\n");
    write("CHANGELOG.md", CHANGELOG);
    write("LICENSE", "license\n");
    write(".gitignore", "target/\n");
    write("models/tiny/README.md", "card\n");
    write("models/tiny/bundle.zip", "bundle\n");
    for (String file : List.of("scripts/release", ".mvn/jdk.sh")) {
      Files.createDirectories(repository.resolve(file).getParent());
      Files.copy(ROOT.resolve(file), repository.resolve(file));
    }
    git("init", "--quiet", "--initial-branch=main");
    git("add", "--all");
    git("commit", "--quiet", "--message", "first");
  }

  @Test
  void dryRunWritesTheFilesAndLeavesTheRepositoryUnchanged() throws Exception {
    String head = git("rev-parse", "HEAD");

    Run run = release("--dry-run", "0.1.0");

    assertThat(run.exitCode()).as(run.output()).isZero();
    assertThat(run.output()).contains("4 jars, equal in both builds", "no Docker engine");
    assertThat(git("rev-parse", "HEAD")).isEqualTo(head);
    assertThat(git("tag") + git("status", "--porcelain")).isEmpty();
    Path out = repository.resolve("target/release-0.1.0");
    try (Stream<Path> files = Files.list(out)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "SHA256SUMS",
              "model-trainer-0.1.0.tar.gz",
              "release-notes.md",
              "streams-app-0.1.0.tar.gz",
              "tiny-0.1.0.tar.gz");
    }
    assertThat(Files.readString(out.resolve("release-notes.md")))
        .startsWith("- New.\n")
        .contains("  streams-app-0.1.0.tar.gz\n")
        .doesNotContain("Old");
  }

  @Test
  void releaseTagsAndContinuesWithTheNextSnapshot() throws Exception {
    Files.writeString(folder.resolve("key.pem"), "key");

    Run run = release("--key", folder.resolve("key.pem").toString(), "0.1.0");

    assertThat(run.exitCode()).as(run.output()).isZero();
    assertThat(git("log", "--format=%s"))
        .isEqualTo(
            """
            chore(release): continue with 0.2.0-SNAPSHOT
            chore(release): release 0.1.0
            first
            """);
    assertThat(git("show", "v0.1.0:streams-app/pom.xml")).contains("<version>0.1.0</version>");
    assertThat(git("show", "v0.1.0:pom.xml"))
        .contains("<version>0.1.0</version>")
        .doesNotContain("2026-01-01T00:00:00Z");
    assertThat(git("show", "v0.1.0:CHANGELOG.md")).contains("## 0.1.0, 2026-02-03\n");
    assertThat(Files.readString(repository.resolve("pom.xml"))).contains(">0.2.0-SNAPSHOT<");
    assertThat(Files.readString(repository.resolve("CHANGELOG.md")))
        .contains("## 0.2.0, not released yet\n\n## 0.1.0, 2026-02-03\n");
  }

  @Test
  void archivesAreTheSameEachTime() throws Exception {
    release("--dry-run", "--out", folder.resolve("one").toString(), "0.1.0");
    release("--dry-run", "--out", folder.resolve("two").toString(), "0.1.0");

    assertThat(folder.resolve("two/SHA256SUMS"))
        .hasSameTextualContentAs(folder.resolve("one/SHA256SUMS"));
  }

  @Test
  void imageMustHaveTheJarsOfTheBuild() throws Exception {
    script(folder.resolve("bin/docker"), DOCKER);
    Run same = release("--dry-run", "--out", folder.resolve("same").toString(), "0.1.0");
    script(folder.resolve("bin/docker"), DOCKER + "[ $1 != cp ] || echo >$4/lib/library.jar\n");
    Run other = release("--dry-run", "--out", folder.resolve("other").toString(), "0.1.0");

    assertThat(same.exitCode()).as(same.output()).isZero();
    assertThat(folder.resolve("same/image-id.txt")).hasContent("sha256:1234");
    assertThat(other.exitCode()).isEqualTo(1);
    assertThat(other.output())
        .contains("the jars in the image sentiment-streams:0.1.0 are not those of the build");
  }

  @Test
  void jarsThatDifferStopTheRelease() throws Exception {
    script(folder.resolve("maven"), MAVEN + "pwd >streams-app/target/streams-app.jar\n");

    Run run = release("--dry-run", "0.1.0");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output()).contains("the jars of two builds of v0.1.0 differ");
  }

  @Test
  void invalidReleaseIsRejectedBeforeTheBuild() throws Exception {
    script(folder.resolve("maven"), "echo built; exit 1");

    assertRejected("no key to sign", "0.1.0");
    assertRejected("CHANGELOG.md has no section for 0.3.0", "--dry-run", "0.3.0");
    assertThat(release("--dry-run", "1.0").exitCode()).isEqualTo(2);
    git("tag", "v0.1.0");
    assertRejected("the tag v0.1.0 exists", "--dry-run", "0.1.0");
    write("LICENSE", "changed\n");
    assertRejected("the working tree has changes", "--dry-run", "0.1.0");
  }

  private void assertRejected(String reason, String... arguments) throws Exception {
    Run run = release(arguments);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output()).contains(reason).doesNotContain("built");
  }

  private Run release(String... arguments) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(repository.resolve("scripts/release").toString());
    builder.command().addAll(List.of(arguments));
    return run(builder);
  }

  private String git(String... arguments) throws Exception {
    ProcessBuilder builder = new ProcessBuilder("git", "-C", repository.toString());
    builder.command().addAll(List.of(arguments));
    Run run = run(builder);
    assertThat(run.exitCode()).as(run.output()).isZero();
    return run.output();
  }

  private Run run(ProcessBuilder builder) throws Exception {
    Map<String, String> environment =
        new TreeMap<>(
            Map.of(
                "PATH", folder.resolve("bin") + ":" + System.getenv("PATH"),
                "HOME", folder.toString(),
                "JAVA_HOME", folder.resolve("jdk").toString(),
                "MVNW", folder.resolve("maven").toString(),
                "RELEASE_DATE", "2026-02-03"));
    for (String who : List.of("AUTHOR", "COMMITTER")) {
      environment.put("GIT_" + who + "_NAME", "test");
      environment.put("GIT_" + who + "_EMAIL", "test@localhost");
    }
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process = builder.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Run(process.waitFor(), output);
  }

  private void write(String file, String text) throws IOException {
    Path path = repository.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private static void script(Path file, String body) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + body);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
