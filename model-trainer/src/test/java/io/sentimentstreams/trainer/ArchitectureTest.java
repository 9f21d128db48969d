package io.sentimentstreams.trainer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.sentimentstreams.build.ModuleRules;

/** Allowed dependencies between packages and on libraries. */
@AnalyzeClasses(
    packages = "io.sentimentstreams.trainer",
    importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {

  @ArchTest static final ArchTests RULES_OF_EVERY_MODULE = ArchTests.in(ModuleRules.class);

  @ArchTest
  static final ArchRule TRAINER_DOES_NOT_DEPEND_ON_KAFKA =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.kafka..", "org.apache.avro..");

  @ArchTest
  static final ArchRule NO_PACKAGE_DEPENDS_ON_COMMANDS =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.sentimentstreams.trainer.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.sentimentstreams.trainer.cli..");

  @ArchTest
  static final ArchRule ONLY_COMMANDS_USE_PICOCLI =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.sentimentstreams.trainer.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("picocli..");

  @ArchTest
  static final ArchRule DEEPLEARNING4J_STAYS_IN_TRAINING_AND_EXCHANGE =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "io.sentimentstreams.trainer.train..",
              "io.sentimentstreams.trainer.embedding..",
              "io.sentimentstreams.trainer.dl4j..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.nd4j..", "org.deeplearning4j..", "org.bytedeco..");

  /** ND4J's shaded libraries and generated ONNX classes. */
  @ArchTest
  static final ArchRule NO_PACKAGE_USES_SHADED_LIBRARIES_OF_ND4J =
      noClasses().should().dependOnClassesThat().resideInAnyPackage("org.nd4j.shade..", "onnx..");
}
