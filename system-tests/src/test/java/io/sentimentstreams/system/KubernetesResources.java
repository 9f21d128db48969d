package io.sentimentstreams.system;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The output of {@code kubectl kustomize} for a folder. Unknown fields are errors. */
final class KubernetesResources {

  private static final Path KUBERNETES =
      Path.of(System.getProperty("repository.root", "..")).resolve("deploy/kubernetes");

  private static final Map<String, Class<?>> TYPES =
      Map.ofEntries(
          Map.entry("v1/ConfigMap", ConfigMap.class),
          Map.entry("v1/Service", Service.class),
          Map.entry("v1/ServiceAccount", ServiceAccount.class),
          Map.entry("apps/v1/Deployment", Deployment.class),
          Map.entry("autoscaling/v2/HorizontalPodAutoscaler", HorizontalPodAutoscaler.class),
          Map.entry("networking.k8s.io/v1/NetworkPolicy", NetworkPolicy.class),
          Map.entry("policy/v1/PodDisruptionBudget", PodDisruptionBudget.class),
          Map.entry("kafka.strimzi.io/v1beta2/KafkaTopic", KafkaTopic.class),
          Map.entry("kafka.strimzi.io/v1beta2/KafkaUser", KafkaUser.class),
          Map.entry("monitoring.coreos.com/v1/PrometheusRule", PrometheusRule.class),
          Map.entry("monitoring.coreos.com/v1/ServiceMonitor", ServiceMonitor.class),
          Map.entry("keda.sh/v1alpha1/ScaledObject", Keda.ScaledObject.class),
          Map.entry("keda.sh/v1alpha1/TriggerAuthentication", Keda.TriggerAuthentication.class));

  private final List<Object> resources;

  private KubernetesResources(List<Object> resources) {
    this.resources = resources;
  }

  /** Runs kubectl for a folder in deploy/kubernetes. */
  static KubernetesResources of(String folder) throws Exception {
    ObjectMapper mapper = strict();
    return new KubernetesResources(
        YamlDocuments.parse(LocalProgram.run(KUBERNETES, "kubectl", "kustomize", folder)).stream()
            .map(document -> typed(mapper, document))
            .toList());
  }

  /** Returns the resources of a type. */
  <T> List<T> all(Class<T> type) {
    return resources.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** Returns the only resource of a type. */
  <T> T only(Class<T> type) {
    List<T> all = all(type);
    if (all.size() != 1) {
      throw new IllegalStateException(
          "expected 1 " + type.getSimpleName() + ", found " + all.size());
    }
    return all.get(0);
  }

  private static Object typed(ObjectMapper mapper, JsonNode document) {
    String type = document.path("apiVersion").asText() + "/" + document.path("kind").asText();
    Class<?> known =
        Optional.ofNullable(TYPES.get(type))
            .orElseThrow(() -> new IllegalArgumentException("unknown type: " + type));
    return mapper.convertValue(document, known);
  }

  /** Rejects unknown fields, also in types that accept any field. */
  private static ObjectMapper strict() {
    return JsonMapper.builder()
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .annotationIntrospector(
            new JacksonAnnotationIntrospector() {
              @Override
              public Boolean hasAnySetter(Annotated annotated) {
                return false;
              }
            })
        .build();
  }
}
