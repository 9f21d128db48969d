package io.sentimentstreams.system;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBehavior;
import java.util.List;

/** Resources of KEDA 2, with the fields that the manifests use. */
final class Keda {

  private Keda() {}

  record ScaledObject(String apiVersion, String kind, ObjectMeta metadata, ScaledObjectSpec spec) {

    record ScaledObjectSpec(
        Target scaleTargetRef,
        int pollingInterval,
        int cooldownPeriod,
        int minReplicaCount,
        int maxReplicaCount,
        Advanced advanced,
        List<Trigger> triggers) {}

    record Target(String name) {}

    record Advanced(Autoscaler horizontalPodAutoscalerConfig) {}

    record Autoscaler(HorizontalPodAutoscalerBehavior behavior) {}

    record Trigger(String type, KafkaLag metadata, Authentication authenticationRef) {}

    record Authentication(String name) {}

    record KafkaLag(
        String bootstrapServers,
        String consumerGroup,
        String topic,
        String lagThreshold,
        String offsetResetPolicy,
        String allowIdleConsumers,
        String tls) {}
  }

  record TriggerAuthentication(
      String apiVersion, String kind, ObjectMeta metadata, TriggerAuthenticationSpec spec) {

    record TriggerAuthenticationSpec(@JsonProperty("secretTargetRef") List<SecretTarget> secrets) {}

    record SecretTarget(String parameter, String name, String key) {}
  }
}
