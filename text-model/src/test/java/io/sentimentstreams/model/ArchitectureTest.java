package io.sentimentstreams.model;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.sentimentstreams.build.ModuleRules;

/** Dependencies that this module can have, internal and external. */
@AnalyzeClasses(
    packages = "io.sentimentstreams.model",
    importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {

  @ArchTest static final ArchTests RULES_OF_EVERY_MODULE = ArchTests.in(ModuleRules.class);

  @ArchTest
  static final ArchRule ARROWS_POINT_ONE_WAY =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("bundle")
          .definedBy("io.sentimentstreams.model.bundle..")
          .layer("scoring")
          .definedBy("io.sentimentstreams.model.scoring")
          .layer("packed")
          .definedBy("io.sentimentstreams.model.scoring.packed..")
          .layer("kernel")
          .definedBy("io.sentimentstreams.model.scoring.kernel..")
          .layer("reference")
          .definedBy("io.sentimentstreams.model.scoring.reference..")
          .layer("network")
          .definedBy("io.sentimentstreams.model.network..")
          .layer("text")
          .definedBy("io.sentimentstreams.model.text..")
          .whereLayer("bundle")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("scoring")
          .mayOnlyBeAccessedByLayers("bundle")
          .whereLayer("packed")
          .mayOnlyBeAccessedByLayers("scoring", "bundle")
          .whereLayer("kernel")
          .mayOnlyBeAccessedByLayers("packed")
          .whereLayer("reference")
          .mayOnlyBeAccessedByLayers("packed", "scoring", "bundle")
          .whereLayer("network")
          .mayOnlyBeAccessedByLayers("kernel", "packed", "reference", "scoring", "bundle")
          .whereLayer("text")
          .mayOnlyBeAccessedByLayers("scoring", "bundle");

  @ArchTest
  static final ArchRule NEITHER_KAFKA_NOR_AVRO_NOR_DEEPLEARNING4J =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.kafka..", "org.apache.avro..", "org.deeplearning4j..", "org.nd4j..");
}
