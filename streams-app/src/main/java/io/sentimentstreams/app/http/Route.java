package io.sentimentstreams.app.http;

import java.util.function.UnaryOperator;

/**
 * A path and what answers there.
 *
 * @param path begins with a slash
 * @param method how it is asked
 * @param below whether the paths that begin with {@code path} are meant, not itself
 * @param largestBody bytes of a body above which a request is refused
 * @param page what answers
 */
public record Route(String path, Method method, boolean below, int largestBody, HttpHandler page) {

  /** How a route is asked. */
  public enum Method {
    /** Reads; HEAD is answered too, without a body. */
    GET("GET, HEAD"),
    /** Has a body. */
    POST("POST");

    private final String allowed;

    Method(String allowed) {
      this.allowed = allowed;
    }

    /** What the header {@code Allow} says. */
    String allowed() {
      return allowed;
    }

    boolean allows(String method) {
      return method.equals(name()) || (this == GET && method.equals("HEAD"));
    }
  }

  public Route {
    if (!path.startsWith("/") || (below && !path.endsWith("/"))) {
      throw new IllegalArgumentException("a path must begin with '/', was '" + path + "'");
    }
    if (largestBody < 0) {
      throw new IllegalArgumentException("the largest body must not be negative: " + largestBody);
    }
  }

  /** One path that is read. */
  public static Route get(String path, HttpHandler page) {
    return new Route(path, Method.GET, false, 0, page);
  }

  /** All paths that begin with {@code path} and go on. */
  public static Route getBelow(String path, HttpHandler page) {
    return new Route(path, Method.GET, true, 0, page);
  }

  /** One path that is sent bodies of at most {@code largestBody} bytes. */
  public static Route post(String path, int largestBody, HttpHandler page) {
    return new Route(path, Method.POST, false, largestBody, page);
  }

  /** The same path with something before its page, such as {@link LoopbackHostFilter}. */
  public Route behind(UnaryOperator<HttpHandler> guard) {
    return new Route(path, method, below, largestBody, guard.apply(page));
  }

  /** Whether a request's decoded path is one of this route. */
  boolean matches(String asked) {
    return below ? asked.startsWith(path) && asked.length() > path.length() : asked.equals(path);
  }

  /** What follows {@link #path} in a path that matches. */
  String rest(String asked) {
    return asked.substring(path.length());
  }
}
