package io.sentimentstreams.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A door to a broker: who takes it first hears nothing, as of a broker that is frozen; all others
 * get through. Thread-safe.
 */
final class UnresponsiveBrokerProxy implements AutoCloseable {

  private final ServerSocket door;
  private final String host;
  private final int port;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final AtomicInteger taken = new AtomicInteger();

  /**
   * Opens the door.
   *
   * @param broker where it leads, as host:port
   */
  UnresponsiveBrokerProxy(String broker) throws IOException {
    int colon = broker.lastIndexOf(':');
    host = broker.substring(0, colon);
    port = Integer.parseInt(broker.substring(colon + 1));
    door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start("door", this::open);
  }

  /** Where it is, as host:port. */
  String address() {
    return "127.0.0.1:" + door.getLocalPort();
  }

  /** How often somebody came. */
  int taken() {
    return taken.get();
  }

  private void open() throws IOException {
    while (true) {
      Socket guest = door.accept();
      sockets.add(guest);
      if (taken.incrementAndGet() > 1) {
        Socket broker = new Socket(host, port);
        sockets.add(broker);
        start("door-in", () -> guest.getInputStream().transferTo(broker.getOutputStream()));
        start("door-out", () -> broker.getInputStream().transferTo(guest.getOutputStream()));
      }
    }
  }

  /** Until the sockets are closed. */
  private static void start(String name, Way way) {
    Thread thread =
        new Thread(
            () -> {
              try {
                way.go();
              } catch (IOException closed) {
                // That is how it ends.
              }
            },
            name);
    thread.setDaemon(true);
    thread.start();
  }

  private interface Way {
    void go() throws IOException;
  }

  /** Ends everything that goes through it. */
  @Override
  public void close() {
    try {
      door.close();
      for (Socket socket : sockets) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the door does not close", e);
    }
  }
}
