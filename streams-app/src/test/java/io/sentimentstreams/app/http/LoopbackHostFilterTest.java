package io.sentimentstreams.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackHostFilterTest {

  private final HttpHandler page =
      new LoopbackHostFilter().apply(request -> Response.line(200, "private"));

  @ParameterizedTest
  @ValueSource(
      strings = {"localhost", "LOCALHOST:9404", "127.0.0.1:9404", "127.3.2.1", "[::1]:9404"})
  void loopbackNamesAreAccepted(String host) {
    assertThat(page.answer(asked(Map.of("host", host))).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "attacker.example",
        "localhost.attacker.example",
        "127.0.0.1.attacker.example:80",
        "10.0.0.1",
        ""
      })
  void otherNamesAreRejected(String host) {
    assertThat(page.answer(asked(Map.of("host", host))).status()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "::1", "localhost"})
  void loopbackAddressesAreRecognized(String host) {
    assertThat(LoopbackHostFilter.isLoopback(host)).isTrue();
    assertThat(LoopbackHostFilter.isLoopback("0.0.0.0")).isFalse();
    assertThat(LoopbackHostFilter.isLoopback("::")).isFalse();
  }

  private static Request asked(Map<String, String> headers) {
    return new Request("", headers, new byte[0]);
  }
}
