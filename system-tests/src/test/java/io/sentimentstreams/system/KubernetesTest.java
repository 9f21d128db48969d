package io.sentimentstreams.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import io.sentimentstreams.app.Settings;
import io.sentimentstreams.system.Keda.ScaledObject;
import io.sentimentstreams.system.Keda.TriggerAuthentication;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import io.strimzi.api.kafka.model.user.KafkaUserAuthorizationSimple;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The manifests are valid, consistent, and fit the application. */
class KubernetesTest {

  private static final Path ROOT = Path.of(System.getProperty("repository.root", ".."));
  private static final Path RULES = ROOT.resolve("deploy/prometheus/rules.yml");
  private static final String BASE = "base";
  private static final String OPERATORS = "overlays/operators";
  private static final Path GENERATED_RULE =
      ROOT.resolve("deploy/kubernetes").resolve(OPERATORS).resolve("prometheus-rule.yaml");
  private static final String NAME = "sentiment-streams";

  @BeforeEach
  void needsKubectl() {
    assumeTrue(LocalProgram.isThere("kubectl"), "kubectl is not installed");
  }

  @ParameterizedTest
  @ValueSource(strings = {BASE, OPERATORS})
  void podHasNoPrivileges(String folder) throws Exception {
    PodSpec pod = pod(KubernetesResources.of(folder));
    Container container = container(pod);

    assertThat(pod.getAutomountServiceAccountToken()).isFalse();
    assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
    assertThat(pod.getSecurityContext().getRunAsUser()).isEqualTo(userOfTheImage());
    assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
    assertThat(container.getSecurityContext().getAllowPrivilegeEscalation()).isFalse();
    assertThat(container.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
    assertThat(container.getSecurityContext().getCapabilities().getDrop()).containsExactly("ALL");
    assertThat(container.getSecurityContext().getCapabilities().getAdd()).isEmpty();
    assertThat(container.getResources().getRequests()).containsKeys("cpu", "memory");
    assertThat(container.getResources().getLimits().get("memory"))
        .isEqualTo(container.getResources().getRequests().get("memory"));
  }

  @ParameterizedTest
  @ValueSource(strings = {BASE, OPERATORS})
  void settingsAreValidAndTheGracePeriodIsLongEnough(String folder) throws Exception {
    KubernetesResources resources = KubernetesResources.of(folder);
    Settings settings = settings(resources);

    assertThat(pod(resources).getTerminationGracePeriodSeconds())
        .isGreaterThan(settings.streams().shutdownTimeout().toSeconds());
    assertThat(resources.only(ConfigMap.class).getData().keySet())
        .isSubsetOf(DockerfileSettings.known());
    Container container = container(pod(resources));
    assertThat(container.getPorts().get(0).getContainerPort()).isEqualTo(settings.http().port());
    for (Probe probe :
        List.of(
            container.getStartupProbe(),
            container.getReadinessProbe(),
            container.getLivenessProbe())) {
      assertThat(probe.getHttpGet().getPort().getStrVal()).isEqualTo("http");
      assertThat(probe.getHttpGet().getPath()).matches("/health/(live|ready)");
    }
    assertThat(container.getReadinessProbe().getHttpGet().getPath()).endsWith("ready");
    assertThat(container.getLivenessProbe().getHttpGet().getPath()).endsWith("live");
  }

  @ParameterizedTest
  @ValueSource(strings = {BASE, OPERATORS})
  void everySelectorMatchesThePodsOfTheApplication(String folder) throws Exception {
    KubernetesResources resources = KubernetesResources.of(folder);
    Map<String, String> labels = Map.of("app.kubernetes.io/name", NAME);
    Deployment deployment = resources.only(Deployment.class);

    assertThat(deployment.getSpec().getTemplate().getMetadata().getLabels())
        .containsAllEntriesOf(labels);
    assertThat(deployment.getSpec().getSelector().getMatchLabels()).isEqualTo(labels);
    assertThat(resources.only(Service.class).getSpec().getSelector()).isEqualTo(labels);
    assertThat(resources.only(PodDisruptionBudget.class).getSpec().getSelector().getMatchLabels())
        .isEqualTo(labels);
    assertThat(resources.only(NetworkPolicy.class).getSpec().getPodSelector().getMatchLabels())
        .isEqualTo(labels);
  }

  @Test
  void autoscalerStartsNoIdlePods() throws Exception {
    KubernetesResources base = KubernetesResources.of(BASE);
    HorizontalPodAutoscaler autoscaler = base.only(HorizontalPodAutoscaler.class);
    int partitions =
        KubernetesResources.of(OPERATORS).all(KafkaTopic.class).get(0).getSpec().getPartitions();

    assertThat(autoscaler.getSpec().getScaleTargetRef().getName()).isEqualTo(NAME);
    assertThat(autoscaler.getSpec().getMaxReplicas())
        .isEqualTo(partitions / settings(base).streams().threads());
  }

  @Test
  void kedaUsesTheGroupAndTheCertificateOfTheApplication() throws Exception {
    KubernetesResources resources = KubernetesResources.of(OPERATORS);
    Settings settings = settings(resources);
    ScaledObject scaled = resources.only(ScaledObject.class);
    ScaledObject.Trigger trigger = scaled.spec().triggers().get(0);
    String user = resources.only(KafkaUser.class).getMetadata().getName();

    assertThat(resources.all(HorizontalPodAutoscaler.class)).isEmpty();
    assertThat(scaled.spec().scaleTargetRef().name())
        .isEqualTo(resources.only(Deployment.class).getMetadata().getName());
    assertThat(scaled.spec().maxReplicaCount())
        .isEqualTo(
            resources.all(KafkaTopic.class).get(0).getSpec().getPartitions()
                / settings.streams().threads());
    assertThat(trigger.metadata().bootstrapServers())
        .isEqualTo(settings.connection().bootstrapServers());
    assertThat(trigger.metadata().consumerGroup()).isEqualTo(settings.connection().applicationId());
    assertThat(trigger.metadata().topic()).isEqualTo(settings.topics().reviews());
    assertThat(trigger.metadata().allowIdleConsumers()).isEqualTo("false");
    assertThat(trigger.authenticationRef().name())
        .isEqualTo(resources.only(TriggerAuthentication.class).metadata().getName());
    assertThat(resources.only(TriggerAuthentication.class).spec().secrets())
        .filteredOn(secret -> !secret.parameter().equals("ca"))
        .hasSize(2)
        .allMatch(secret -> secret.name().equals(user));
  }

  @Test
  void secretsAreReferencedAndNotContained() throws Exception {
    KubernetesResources resources = KubernetesResources.of(OPERATORS);
    PodSpec pod = pod(resources);
    List<String> mounted = new ArrayList<>();
    pod.getVolumes().forEach(volume -> mounted.add(volume.getSecret().getSecretName()));

    assertThat(mounted)
        .containsExactlyInAnyOrder(
            resources.only(KafkaUser.class).getMetadata().getName(), "cluster-cluster-ca-cert");
    assertThat(container(pod).getEnv())
        .filteredOn(variable -> variable.getName().matches(".*(PASSWORD|JAAS).*"))
        .isNotEmpty()
        .allMatch(variable -> variable.getValueFrom().getSecretKeyRef() != null)
        .allMatch(variable -> variable.getValue() == null);
    assertThat(container(pod).getVolumeMounts())
        .isNotEmpty()
        .allMatch(mount -> mount.getReadOnly())
        .extracting(mount -> mount.getName())
        .containsExactlyInAnyOrderElementsOf(
            pod.getVolumes().stream().map(volume -> volume.getName()).toList());
  }

  @Test
  void userHasExactlyTheRequiredAcls() throws Exception {
    KubernetesResources resources = KubernetesResources.of(OPERATORS);
    KafkaUserAuthorizationSimple rights =
        (KafkaUserAuthorizationSimple) resources.only(KafkaUser.class).getSpec().getAuthorization();

    assertThat(rights.getAcls())
        .flatExtracting(
            rule ->
                rule.getOperations().stream()
                    .map(operation -> KafkaAcl.of(rule.getResource(), operation))
                    .toList())
        .containsExactlyInAnyOrderElementsOf(KafkaAcl.needed(settings(resources)));
  }

  @Test
  void prometheusScrapesThePodsOfTheService() throws Exception {
    KubernetesResources resources = KubernetesResources.of(OPERATORS);
    ServiceMonitor monitor = resources.only(ServiceMonitor.class);
    Service service = resources.only(Service.class);

    assertThat(service.getMetadata().getLabels())
        .containsAllEntriesOf(monitor.getSpec().getSelector().getMatchLabels());
    assertThat(monitor.getSpec().getEndpoints().get(0).getPort())
        .isEqualTo(service.getSpec().getPorts().get(0).getName());
    assertThat(Files.readString(RULES))
        .as("the job in the rules is the name of the service")
        .contains("job=\"" + service.getMetadata().getName() + "\"");
  }

  @Test
  void prometheusRuleContainsTheRulesFile() throws IOException {
    String wanted = prometheusRule();
    if (Boolean.getBoolean("manifests.write")) {
      Files.writeString(GENERATED_RULE, wanted);
    }

    assertThat(GENERATED_RULE)
        .as(
            "stale; write it with ./mvnw -pl system-tests -am test -Dtest=KubernetesTest"
                + " -Dmanifests.write=true -Dsurefire.failIfNoSpecifiedTests=false")
        .hasContent(wanted);
  }

  @Test
  void unknownFieldIsRejected() {
    assertThatThrownBy(() -> KubernetesResources.of("../../system-tests/src/test/kubernetes/wrong"))
        .hasMessageContaining("readOnlyRootFileSystem");
  }

  private static String prometheusRule() throws IOException {
    String rules =
        Files.readAllLines(RULES).stream()
            .map(line -> line.isEmpty() ? line : "  " + line)
            .collect(Collectors.joining("\n", "", "\n"));
    return """
        # deploy/prometheus/rules.yml for the Prometheus Operator. Generated by KubernetesTest with -Dmanifests.write=true.
        apiVersion: monitoring.coreos.com/v1
        kind: PrometheusRule
        metadata:
          name: sentiment-streams
        spec:
        """
        + rules;
  }

  /** Returns the settings in the container's environment, with placeholders for secrets. */
  private static Settings settings(KubernetesResources resources) throws IOException {
    Map<String, String> environment = DockerfileSettings.read();
    environment.putAll(resources.only(ConfigMap.class).getData());
    for (EnvVar variable : container(pod(resources)).getEnv()) {
      environment.put(
          variable.getName(), variable.getValue() == null ? "secret" : variable.getValue());
    }
    Settings settings = Settings.read(environment);
    long ofKafka = environment.keySet().stream().filter(name -> name.startsWith("KAFKA_")).count();
    assertThat(settings.connection().kafka()).as("settings of Kafka").hasSize((int) ofKafka);
    return settings;
  }

  private static PodSpec pod(KubernetesResources resources) {
    return resources.only(Deployment.class).getSpec().getTemplate().getSpec();
  }

  private static Container container(PodSpec pod) {
    assertThat(pod.getContainers()).hasSize(1);
    return pod.getContainers().get(0);
  }

  private static long userOfTheImage() throws IOException {
    String last = "";
    for (String line : Files.readAllLines(ROOT.resolve("deploy/image/Dockerfile"))) {
      last = line.startsWith("USER ") ? line : last;
    }
    return Long.parseLong(last.replaceAll("USER (\\d+):\\d+", "$1"));
  }
}
