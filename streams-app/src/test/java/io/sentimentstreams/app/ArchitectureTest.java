package io.sentimentstreams.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "io.sentimentstreams",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule trainingStackIsUnknown =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.deeplearning4j..", "org.nd4j..", "org.bytedeco..");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("io.sentimentstreams.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule arrowsPointOneWay =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("app")
          .definedBy("io.sentimentstreams.app..")
          .layer("command")
          .definedBy("io.sentimentstreams.command..")
          .layer("cluster")
          .definedBy("io.sentimentstreams.cluster..")
          .layer("live")
          .definedBy("io.sentimentstreams.live..")
          .layer("subjects")
          .definedBy("io.sentimentstreams.subjects..")
          .layer("topology")
          .definedBy("io.sentimentstreams.topology..")
          .layer("metrics")
          .definedBy("io.sentimentstreams.metrics..")
          .layer("model")
          .definedBy("io.sentimentstreams.model..")
          .layer("deadletter")
          .definedBy("io.sentimentstreams.deadletter..")
          .layer("registry")
          .definedBy("io.sentimentstreams.registry..")
          .layer("input")
          .definedBy("io.sentimentstreams.input..")
          .layer("http")
          .definedBy("io.sentimentstreams.http..")
          .layer("config")
          .definedBy("io.sentimentstreams.config..")
          .whereLayer("app")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("command")
          .mayOnlyBeAccessedByLayers("app")
          .whereLayer("cluster")
          .mayOnlyBeAccessedByLayers("app", "command")
          .whereLayer("live")
          .mayOnlyBeAccessedByLayers("app")
          .whereLayer("subjects")
          .mayOnlyBeAccessedByLayers("app")
          .whereLayer("topology")
          .mayOnlyBeAccessedByLayers("app", "live", "subjects")
          .whereLayer("input")
          .mayOnlyBeAccessedByLayers("app", "topology")
          .whereLayer("http")
          .mayOnlyBeAccessedByLayers("app", "live", "subjects")
          .whereLayer("registry")
          .mayOnlyBeAccessedByLayers("app")
          .whereLayer("metrics")
          .mayOnlyBeAccessedByLayers("app", "topology", "live", "registry")
          .whereLayer("model")
          .mayOnlyBeAccessedByLayers("app", "topology", "live")
          .whereLayer("deadletter")
          .mayOnlyBeAccessedByLayers("app", "command", "topology", "metrics", "input")
          .whereLayer("config")
          .mayOnlyBeAccessedByLayers(
              "app",
              "command",
              "cluster",
              "live",
              "subjects",
              "topology",
              "model",
              "deadletter",
              "registry");

  @ArchTest
  static final ArchRule sharedCodeKnowsNoApplication =
      noClasses()
          .that()
          .resideInAnyPackage(
              "io.sentimentstreams.schemas..",
              "io.sentimentstreams.wire..",
              "io.sentimentstreams.text..",
              "io.sentimentstreams.network..",
              "io.sentimentstreams.scoring..",
              "io.sentimentstreams.bundle..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.kafka..", "io.sentimentstreams.app..");

  @ArchTest
  static final ArchRule onlyMainEndsTheProcess =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(Main.class.getName())
          .should()
          .callMethod(System.class, "exit", int.class);
}
