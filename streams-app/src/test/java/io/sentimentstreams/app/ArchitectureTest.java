package io.sentimentstreams.app;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.sentimentstreams.build.ModuleRules;

/** The dependencies that this module may have, inside and outside. */
@AnalyzeClasses(
    packages = "io.sentimentstreams.app",
    importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {

  @ArchTest static final ArchTests RULES_OF_EVERY_MODULE = ArchTests.in(ModuleRules.class);

  @ArchTest
  static final ArchRule THE_TRAINING_STACK_IS_UNKNOWN =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.deeplearning4j..", "org.nd4j..", "org.bytedeco..");

  @ArchTest
  static final ArchRule SETTINGS_KNOW_NO_FEATURE =
      noClasses()
          .that()
          .resideInAPackage("io.sentimentstreams.app.config..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("io.sentimentstreams..")
                  .and(not(resideInAPackage("io.sentimentstreams.app.config.."))));

  @ArchTest
  static final ArchRule ONLY_COMMANDS_AND_MAIN_USE_PICOCLI =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "io.sentimentstreams.app",
              "io.sentimentstreams.app.command..",
              "io.sentimentstreams.app.config..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("picocli..");

  @ArchTest
  static final ArchRule ONLY_MAIN_EXITS_THE_PROCESS =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(Main.class.getName())
          .should()
          .callMethod(System.class, "exit", int.class);
}
