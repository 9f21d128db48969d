package io.sentimentstreams.system;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sentimentstreams.quickstart.EmbeddedBroker;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The topics in the manifests are those of {@code topics create}. */
class KubernetesTopicsIT {

  @Test
  void manifestsDefineTheTopicsOfTheCommand(@TempDir Path folder) throws Exception {
    assumeTrue(LocalProgram.isThere("kubectl"), "kubectl is not installed");
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"), Map.of())) {
      Operator.Outcome commands =
          new Operator(broker.bootstrapServers())
              .run("topics", "create", "--dry-run", "--replication-factor", "3");

      assertThat(KubernetesResources.of("overlays/operators").all(KafkaTopic.class))
          .map(KubernetesTopicsIT::options)
          .containsExactlyInAnyOrderElementsOf(
              commands.lines().stream().map(line -> line.split("--topic ", 2)[1]).toList());
    }
  }

  private static String options(KafkaTopic topic) {
    return new TreeMap<>(topic.getSpec().getConfig())
        .entrySet().stream()
            .map(setting -> " --config " + setting.getKey() + "=" + setting.getValue())
            .collect(
                joining(
                    "",
                    "%s --partitions %d --replication-factor %d"
                        .formatted(
                            topic.getMetadata().getName(),
                            topic.getSpec().getPartitions(),
                            topic.getSpec().getReplicas()),
                    ""));
  }
}
