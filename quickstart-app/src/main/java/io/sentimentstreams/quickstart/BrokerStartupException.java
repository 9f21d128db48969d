package io.sentimentstreams.quickstart;

/** An embedded broker did not start. The message names its folder and the cause. */
public final class BrokerStartupException extends RuntimeException {

  BrokerStartupException(String message, Throwable cause) {
    super(message + ": " + cause.getMessage(), cause);
  }
}
