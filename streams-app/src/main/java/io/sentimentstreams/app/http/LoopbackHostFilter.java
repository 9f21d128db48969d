package io.sentimentstreams.app.http;

import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Refuses requests that name another host than this machine's own names for itself. A web page
 * elsewhere can point its own name at a loopback address and would read what is served there; its
 * requests still carry that name.
 */
public final class LoopbackHostFilter implements UnaryOperator<HttpHandler> {

  private static final Pattern LOOPBACK =
      Pattern.compile(
          "(localhost|127(\\.\\d{1,3}){3}|\\[::1\\]|::1|0:0:0:0:0:0:0:1)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern PORT = Pattern.compile("(?<=[^:]):\\d+$");

  /**
   * Whether a host's name or address is one of a loopback address, without asking a name server.
   */
  public static boolean isLoopback(String host) {
    return LOOPBACK.matcher(host).matches();
  }

  @Override
  public HttpHandler apply(HttpHandler page) {
    return request ->
        request
                .header("Host")
                .filter(host -> isLoopback(PORT.matcher(host).replaceFirst("")))
                .isPresent()
            ? page.answer(request)
            : Response.line(403, "ask for it by a loopback name, or set http.page.enabled=true");
  }
}
