package io.sentimentstreams.app.http;

import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * A filter that rejects requests whose Host header is not a loopback name. It prevents DNS
 * rebinding: a foreign web page can map its own name to a loopback address. Its requests still have
 * that name in the Host header. Thread-safe.
 */
public final class LoopbackHostFilter implements UnaryOperator<HttpHandler> {

  private static final Pattern LOOPBACK =
      Pattern.compile(
          "(localhost|127(\\.\\d{1,3}){3}|\\[::1\\]|::1|0:0:0:0:0:0:0:1)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern PORT = Pattern.compile("(?<=[^:]):\\d+$");

  /** Returns whether a host is a loopback name or address, without a DNS lookup. */
  public static boolean isLoopback(String host) {
    return LOOPBACK.matcher(host).matches();
  }

  @Override
  public HttpHandler apply(HttpHandler handler) {
    return request ->
        request
                .header("Host")
                .filter(host -> isLoopback(PORT.matcher(host).replaceFirst("")))
                .isPresent()
            ? handler.answer(request)
            : Response.line(
                403,
                "The host name is not allowed. Use a loopback name, or set http.page.enabled=true.");
  }
}
