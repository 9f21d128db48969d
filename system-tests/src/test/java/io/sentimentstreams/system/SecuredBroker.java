package io.sentimentstreams.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sentimentstreams.app.admin.RequiredAcl;
import io.sentimentstreams.quickstart.EmbeddedBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;

/** A broker with TLS, SCRAM-SHA-512 authentication and ACLs. Tests use its administrator. */
final class SecuredBroker implements AutoCloseable {

  private static final String ADMINISTRATOR =
      "org.apache.kafka.common.security.plain.PlainLoginModule required"
          + " username=\"admin\" password=\"of-admin\"";
  private static final String STORE_PASSWORD = "of-the-store";
  private static final int ITERATIONS = 4096;

  private final Path folder;
  private final EmbeddedBroker broker;
  private final Admin admin;

  /**
   * Starts the broker with a new certificate.
   *
   * @param folder folder for its data and certificate
   */
  SecuredBroker(Path folder) throws IOException, InterruptedException {
    this.folder = Files.createDirectories(folder);
    Path store = certified("broker", certificate());
    broker = EmbeddedBroker.start(folder.resolve("broker"), settings(store));
    admin = Admin.create(administrator());
  }

  String bootstrapServers() {
    return broker.bootstrapServers();
  }

  Admin admin() {
    return admin;
  }

  /** Returns the broker's certificate as PEM. */
  Path certificate() {
    return folder.resolve("broker.pem");
  }

  /** Returns the certificate of another key as PEM. */
  Path otherCertificate() throws IOException, InterruptedException {
    Path other = folder.resolve("other.pem");
    certified("other", other);
    return other;
  }

  void addUser(String name, String password) throws ExecutionException, InterruptedException {
    ScramCredentialInfo how = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS);
    admin
        .alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(name, how, password)))
        .all()
        .get();
  }

  void allow(String user, List<RequiredAcl> rights)
      throws ExecutionException, InterruptedException {
    admin
        .createAcls(rights.stream().map(right -> right.allow("User:" + user)).toList())
        .all()
        .get();
  }

  /** Returns the client settings of the administrator. */
  Map<String, Object> administrator() {
    return new TreeMap<>(
        Map.of(
            "bootstrap.servers",
            broker.bootstrapServers(),
            "security.protocol",
            "SASL_SSL",
            "ssl.truststore.type",
            "PEM",
            "ssl.truststore.location",
            certificate().toString(),
            "sasl.mechanism",
            "PLAIN",
            "sasl.jaas.config",
            ADMINISTRATOR + ";"));
  }

  @Override
  public void close() {
    admin.close();
    broker.close();
  }

  private Map<String, String> settings(Path store) {
    return Map.ofEntries(
        Map.entry("listener.security.protocol.map", "BROKER:SASL_SSL,CONTROLLER:PLAINTEXT"),
        Map.entry("ssl.keystore.type", "PKCS12"),
        Map.entry("ssl.keystore.location", store.toString()),
        Map.entry("ssl.keystore.password", STORE_PASSWORD),
        Map.entry("ssl.truststore.type", "PEM"),
        Map.entry("ssl.truststore.location", certificate().toString()),
        Map.entry("sasl.enabled.mechanisms", "SCRAM-SHA-512,PLAIN"),
        // SCRAM users exist after the start; the broker needs its own user before.
        Map.entry("sasl.mechanism.inter.broker.protocol", "PLAIN"),
        Map.entry(
            "listener.name.broker.plain.sasl.jaas.config",
            ADMINISTRATOR + " user_admin=\"of-admin\";"),
        Map.entry(
            "listener.name.broker.scram-sha-512.sasl.jaas.config",
            "org.apache.kafka.common.security.scram.ScramLoginModule required;"),
        Map.entry(
            "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer"),
        // The controller's port has no authentication.
        Map.entry("super.users", "User:admin;User:ANONYMOUS"));
  }

  /** Creates a key and a certificate for 127.0.0.1 with keytool. */
  private Path certified(String name, Path pem) throws IOException, InterruptedException {
    Path store = folder.resolve(name + ".p12");
    keytool(
        store,
        "-genkeypair",
        "-keyalg",
        "EC",
        "-dname",
        "CN=" + name,
        "-ext",
        "san=ip:127.0.0.1",
        "-validity",
        "2");
    keytool(store, "-exportcert", "-rfc", "-file", pem.toString());
    return store;
  }

  private static void keytool(Path store, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    command.addAll(List.of("-alias", "broker", "-storetype", "PKCS12"));
    command.addAll(List.of("-keystore", store.toString(), "-storepass", STORE_PASSWORD));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }
}
