package io.sentimentstreams.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which package may know which. */
@AnalyzeClasses(
    packages = "io.sentimentstreams",
    importOptions = ImportOption.DoNotIncludeTests.class)
final class ArrowsTest {

  @ArchTest
  static final ArchRule COMMANDS_KNOW_THE_REST_AND_NOTHING_KNOWS_THEM =
      layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage("io.sentimentstreams..")
          .layer("cli")
          .definedBy("io.sentimentstreams.cli..")
          .layer("evaluate")
          .definedBy("io.sentimentstreams.evaluate..")
          .layer("keras")
          .definedBy("io.sentimentstreams.keras..")
          .layer("calibrate")
          .definedBy("io.sentimentstreams.calibrate..")
          .layer("report")
          .definedBy("io.sentimentstreams.report..")
          .layer("linear")
          .definedBy("io.sentimentstreams.linear..")
          .layer("train")
          .definedBy("io.sentimentstreams.train..")
          .layer("vectorize")
          .definedBy("io.sentimentstreams.vectorize..")
          .layer("vectors")
          .definedBy("io.sentimentstreams.vectors..")
          .layer("byhand")
          .definedBy("io.sentimentstreams.byhand..")
          .layer("data")
          .definedBy("io.sentimentstreams.data..")
          .whereLayer("cli")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("evaluate")
          .mayOnlyBeAccessedByLayers("cli", "calibrate", "report")
          .whereLayer("calibrate")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("report")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("keras")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("linear")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("train")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("vectorize")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("vectors")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("byhand")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("data")
          .mayOnlyBeAccessedByLayers("cli", "evaluate", "linear", "report", "vectorize", "vectors");

  @ArchTest
  static final ArchRule PACKAGES_HAVE_NO_CYCLES =
      slices().matching("io.sentimentstreams.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule THE_TRAINER_DOES_NOT_KNOW_KAFKA =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.kafka..", "org.apache.avro..");

  @ArchTest
  static final ArchRule DEEPLEARNING4J_STAYS_IN_TRAINING =
      noClasses()
          .that()
          .resideOutsideOfPackages("io.sentimentstreams.train..", "io.sentimentstreams.vectors..")
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
