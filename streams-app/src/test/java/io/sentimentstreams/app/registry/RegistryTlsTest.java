package io.sentimentstreams.app.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server with a certificate that only those trust who are told to. */
class RegistryTlsTest {

  private static final String PASSWORD = "of-the-test";

  @TempDir private static Path folder;

  private static KeyStoreFile keys;
  private static KeyStoreFile certificate;

  @BeforeAll
  static void makeKeys() throws Exception {
    Path store = folder.resolve("keys.p12");
    Path pem = folder.resolve("certificate.pem");
    keytool(
        store,
        "-genkeypair",
        "-alias",
        "me",
        "-keyalg",
        "EC",
        "-dname",
        "CN=localhost",
        "-ext",
        "san=dns:localhost");
    keytool(store, "-exportcert", "-alias", "me", "-rfc", "-file", pem.toString());
    keys = new KeyStoreFile(store, Optional.of(PASSWORD));
    certificate = new KeyStoreFile(pem, Optional.empty());
  }

  @Test
  void aCertificateThatIsTrustedIsTrusted() throws IOException {
    try (FakeRegistry registry = server(false)) {
      assertThat(ask(settings(Optional.of(certificate), Optional.empty(), registry)))
          .isInstanceOf(RegistryResponse.Given.class);
      assertThat(ask(settings(Optional.of(keys), Optional.empty(), registry)))
          .isInstanceOf(RegistryResponse.Given.class);
    }
  }

  @Test
  void aCertificateThatNobodyVouchesForIsNot() throws IOException {
    try (FakeRegistry registry = server(false)) {
      assertThatThrownBy(() -> ask(Registries.at(registry.url())))
          .isInstanceOf(RegistryUnavailableException.class)
          .hasMessageContaining("SSLHandshakeException");
    }
  }

  @Test
  void aServerThatWantsToKnowItsClientsIsShownOurs() throws IOException {
    try (FakeRegistry registry = server(true)) {
      assertThat(ask(settings(Optional.of(certificate), Optional.of(keys), registry)))
          .isInstanceOf(RegistryResponse.Given.class);
      assertThatThrownBy(() -> ask(settings(Optional.of(certificate), Optional.empty(), registry)))
          .isInstanceOf(RegistryUnavailableException.class);
    }
  }

  @Test
  void filesThatCannotBeUsedAreNamed() throws IOException {
    KeyStoreFile none = new KeyStoreFile(folder.resolve("none.p12"), Optional.empty());
    KeyStoreFile wrong = new KeyStoreFile(keys.file(), Optional.of("wrong"));
    KeyStoreFile noKeys =
        new KeyStoreFile(Files.writeString(folder.resolve("text"), "hello"), Optional.of(PASSWORD));
    try (FakeRegistry registry = server(false)) {
      assertThatThrownBy(() -> ask(settings(Optional.of(none), Optional.empty(), registry)))
          .isInstanceOf(RegistryConfigException.class)
          .hasMessageStartingWith("schema.registry.truststore: file " + none.file());
      assertThatThrownBy(() -> ask(settings(Optional.empty(), Optional.of(wrong), registry)))
          .isInstanceOf(RegistryConfigException.class)
          .hasMessageStartingWith("schema.registry.keystore: file " + wrong.file());
      assertThatThrownBy(() -> ask(settings(Optional.of(noKeys), Optional.empty(), registry)))
          .isInstanceOf(RegistryConfigException.class);
    }
  }

  private static FakeRegistry server(boolean wantsIdentity) throws IOException {
    RegistrySettings own =
        Registries.secured(Optional.of(keys), Optional.of(keys), URI.create("https://localhost"));
    FakeRegistry registry =
        FakeRegistry.secured(RegistryTls.context(own).orElseThrow(), wantsIdentity);
    registry.answers("GET /schemas/ids/1", 200, "{}");
    return registry;
  }

  private static RegistrySettings settings(
      Optional<KeyStoreFile> trusted, Optional<KeyStoreFile> identity, FakeRegistry registry) {
    return Registries.secured(trusted, identity, registry.url());
  }

  private static RegistryResponse ask(RegistrySettings settings) {
    return new RegistryClient(settings, new RegistryMeters(new SimpleMeterRegistry())).schema(1);
  }

  private static void keytool(Path store, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    command.addAll(List.of("-keystore", store.toString(), "-storepass", PASSWORD));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }
}
