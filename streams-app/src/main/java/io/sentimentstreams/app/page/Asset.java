package io.sentimentstreams.app.page;

import io.sentimentstreams.app.http.HttpHandler;
import io.sentimentstreams.app.http.Request;
import io.sentimentstreams.app.http.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A static file of the page. Its policy forbids other origins and frames. Thread-safe. */
final class Asset implements HttpHandler {

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final Response response;

  private Asset(Response response) {
    this.response = response;
  }

  /** Returns a handler of a class-path resource of this package. */
  static Asset of(String name, String contentType) {
    try (InputStream file = Asset.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException(
            "The jar has no resource " + name + ". Rebuild the application.");
      }
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return new Asset(
          new Response(200, contentType, text)
              .with("Content-Security-Policy", POLICY)
              .with("Referrer-Policy", "no-referrer")
              .with("Cross-Origin-Resource-Policy", "same-origin")
              .with("Cache-Control", "no-cache"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Response answer(Request request) {
    return response;
  }
}
