package io.sentimentstreams.system.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/**
 * Loopback ports for servers that come back on the same port. They lie below those that operating
 * systems give to clients: while a server is down, a client that keeps trying to connect to such a
 * port would sooner or later be given that very port, connect to itself, and keep the server out.
 */
final class FreePorts {

  private static final int FIRST = 12_000;
  private static final int BEFORE = 32_000;

  private final Random random = new Random();
  private final Set<Integer> given = new HashSet<>();

  /** A port that nobody listens on, and that was not given before. */
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
