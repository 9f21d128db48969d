package io.sentimentstreams.model.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReadProblemTest {

  static Stream<IOException> errors() {
    return Stream.of(
        new NoSuchFileException("a"),
        new NotDirectoryException("a"),
        new AccessDeniedException("a"),
        new EOFException(),
        new ZipException("zip END header not found"),
        new MalformedInputException(1),
        new FileSystemLoopException("a"),
        new FileSystemException("a", null, "Input/output error"),
        new IOException("Is a directory"),
        new IOException());
  }

  @ParameterizedTest
  @MethodSource("errors")
  void typesOfJavaAreNotNamed(IOException e) {
    ReadProblem problem = ReadProblem.of(e);

    assertThat(problem.reason()).isNotBlank().doesNotContain("Exception", "java", "null");
    assertThat(problem.remedy()).isNotBlank().doesNotEndWith(".");
  }

  @Test
  void reasonsOfTheOperatingSystemAreKept() {
    assertThat(ReadProblem.of(new FileSystemException("a", null, "Input/output error")).reason())
        .isEqualTo("not readable, Input/output error");
    assertThat(ReadProblem.of(new NoSuchFileException("a")))
        .isEqualTo(new ReadProblem("no such file", "Check the path"));
  }
}
