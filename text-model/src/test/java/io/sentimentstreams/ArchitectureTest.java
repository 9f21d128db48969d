package io.sentimentstreams;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows between packages, and what this module must not know. */
@AnalyzeClasses(
    packages = "io.sentimentstreams",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule ARROWS_POINT_ONE_WAY =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("bundle")
          .definedBy("..bundle..")
          .layer("scoring")
          .definedBy("..scoring..")
          .layer("network")
          .definedBy("..network..")
          .layer("text")
          .definedBy("..text..")
          .whereLayer("bundle")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("scoring")
          .mayOnlyBeAccessedByLayers("bundle")
          .whereLayer("network")
          .mayOnlyBeAccessedByLayers("scoring", "bundle")
          .whereLayer("text")
          .mayOnlyBeAccessedByLayers("scoring", "bundle");

  @ArchTest
  static final ArchRule NO_CYCLES =
      slices().matching("io.sentimentstreams.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule NEITHER_KAFKA_NOR_AVRO_NOR_DEEPLEARNING4J =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.kafka..", "org.apache.avro..", "org.deeplearning4j..", "org.nd4j..");
}
