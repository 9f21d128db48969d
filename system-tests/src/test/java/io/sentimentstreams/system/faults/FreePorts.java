package io.sentimentstreams.system.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/**
 * Loopback ports for servers that restart on the same port. The ports are below the ephemeral range
 * of operating systems. Otherwise a client that retries to connect to a stopped server could get
 * the same port, connect to itself and block the server.
 */
final class FreePorts {

  private static final int FIRST = 12_000;
  private static final int BEFORE = 32_000;

  private final Random random = new Random();
  private final Set<Integer> given = new HashSet<>();

  /** Returns a free port that was not returned before. */
  int next() {
    while (true) {
      int port = random.nextInt(FIRST, BEFORE);
      if (!given.contains(port) && isFree(port)) {
        given.add(port);
        return port;
      }
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
