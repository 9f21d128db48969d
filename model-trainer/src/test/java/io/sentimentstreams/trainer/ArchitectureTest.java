package io.sentimentstreams.trainer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.sentimentstreams.build.ModuleRules;

/** The dependencies that this module may have, inside and outside. */
@AnalyzeClasses(
    packages = "io.sentimentstreams.trainer",
    importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {

  @ArchTest static final ArchTests RULES_OF_EVERY_MODULE = ArchTests.in(ModuleRules.class);

  @ArchTest
  static final ArchRule THE_TRAINER_DOES_NOT_KNOW_KAFKA =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.kafka..", "org.apache.avro..");

  @ArchTest
  static final ArchRule NOTHING_KNOWS_THE_COMMANDS =
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
  static final ArchRule DEEPLEARNING4J_STAYS_IN_TRAINING =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "io.sentimentstreams.trainer.train..", "io.sentimentstreams.trainer.embedding..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.nd4j..", "org.deeplearning4j..", "org.bytedeco..");

  /**
   * ND4J's private copies of other libraries, and the ONNX classes that it generates for itself.
   */
  @ArchTest
  static final ArchRule NOTHING_USES_THE_COPIES_INSIDE_ND4J =
      noClasses().should().dependOnClassesThat().resideInAnyPackage("org.nd4j.shade..", "onnx..");
}
