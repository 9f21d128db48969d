package io.sentimentstreams.app.http;

import java.util.function.UnaryOperator;

/**
 * A path and its handler.
 *
 * @param path starts with a slash
 * @param method of its requests
 * @param below whether the route matches the longer paths that start with {@code path}
 * @param largestBody the maximum size of a body in bytes
 * @param page the handler
 */
public record Route(String path, Method method, boolean below, int largestBody, HttpHandler page) {

  /** The methods of a route. */
  public enum Method {
    /** GET and HEAD, without a body. */
    GET("GET, HEAD"),
    /** POST, with a body. */
    POST("POST");

    private final String allowed;

    Method(String allowed) {
      this.allowed = allowed;
    }

    /** Returns the value of the header {@code Allow}. */
    String allowed() {
      return allowed;
    }

    boolean allows(String method) {
      return method.equals(name()) || (this == GET && method.equals("HEAD"));
    }
  }

  public Route {
    if (!path.startsWith("/") || (below && !path.endsWith("/"))) {
      throw new IllegalArgumentException(
          "Invalid path: '" + path + "'. Start it with '/'; a prefix also ends with '/'.");
    }
    if (largestBody < 0) {
      throw new IllegalArgumentException(
          "Invalid maximum size of a body: " + largestBody + ". Use at least 0.");
    }
  }

  /** Returns a route of GET requests for one path. */
  public static Route get(String path, HttpHandler page) {
    return new Route(path, Method.GET, false, 0, page);
  }

  /** Returns a route of GET requests for all longer paths that start with {@code path}. */
  public static Route getBelow(String path, HttpHandler page) {
    return new Route(path, Method.GET, true, 0, page);
  }

  /** Returns a route of POST requests with bodies of at most {@code largestBody} bytes. */
  public static Route post(String path, int largestBody, HttpHandler page) {
    return new Route(path, Method.POST, false, largestBody, page);
  }

  /** Returns this route with a filter before its handler, such as {@link LoopbackHostFilter}. */
  public Route behind(UnaryOperator<HttpHandler> guard) {
    return new Route(path, method, below, largestBody, guard.apply(page));
  }

  /** Returns whether this route matches a decoded path. */
  boolean matches(String asked) {
    return below ? asked.startsWith(path) && asked.length() > path.length() : asked.equals(path);
  }

  /** Returns the part of a matching path after {@link #path}. */
  String rest(String asked) {
    return asked.substring(path.length());
  }
}
