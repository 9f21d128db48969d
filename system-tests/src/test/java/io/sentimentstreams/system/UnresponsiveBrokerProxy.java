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
 * A proxy of a broker that accepts the first connection and never responds, as a frozen broker
 * does. It forwards all other connections. Thread-safe.
 */
final class UnresponsiveBrokerProxy implements AutoCloseable {

  private final ServerSocket server;
  private final String host;
  private final int port;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final AtomicInteger accepted = new AtomicInteger();

  /**
   * Opens the proxy.
   *
   * @param broker address of the broker, as host:port
   */
  UnresponsiveBrokerProxy(String broker) throws IOException {
    int colon = broker.lastIndexOf(':');
    host = broker.substring(0, colon);
    port = Integer.parseInt(broker.substring(colon + 1));
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start("proxy", this::accept);
  }

  /** Returns its address, as host:port. */
  String address() {
    return "127.0.0.1:" + server.getLocalPort();
  }

  /** Returns the number of accepted connections. */
  int accepted() {
    return accepted.get();
  }

  private void accept() throws IOException {
    while (true) {
      Socket client = server.accept();
      sockets.add(client);
      if (accepted.incrementAndGet() > 1) {
        Socket broker = new Socket(host, port);
        sockets.add(broker);
        start("proxy-in", () -> client.getInputStream().transferTo(broker.getOutputStream()));
        start("proxy-out", () -> broker.getInputStream().transferTo(client.getOutputStream()));
      }
    }
  }

  /** Starts a thread that runs until the sockets are closed. */
  private static void start(String name, Transfer transfer) {
    Thread thread =
        new Thread(
            () -> {
              try {
                transfer.run();
              } catch (IOException closed) {
                // The sockets were closed.
              }
            },
            name);
    thread.setDaemon(true);
    thread.start();
  }

  private interface Transfer {
    void run() throws IOException;
  }

  /** Closes all connections. */
  @Override
  public void close() {
    try {
      server.close();
      for (Socket socket : sockets) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close the proxy", e);
    }
  }
}
