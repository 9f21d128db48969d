package io.sentimentstreams.trainer.cli.option;

import picocli.CommandLine.Option;

/** The format of a command's output. */
public final class JsonOption {

  @Option(names = "--json", description = "Print JSON instead of text.")
  private boolean json;

  /** Returns whether the output is JSON. */
  public boolean isSet() {
    return json;
  }
}
