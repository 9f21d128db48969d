package io.sentimentstreams.quickstart;

/** An embedded broker did not come up; the message says where, the cause says why. */
public final class BrokerStartupException extends RuntimeException {

  BrokerStartupException(String message, Throwable cause) {
    super(message + ": " + cause.getMessage(), cause);
  }
}
