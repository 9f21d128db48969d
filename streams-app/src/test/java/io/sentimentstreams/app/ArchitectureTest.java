package io.sentimentstreams.app;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.sentimentstreams.build.ModuleRules;
import java.util.stream.Stream;

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

  @ArchTest static final ArchRule HTTP_KNOWS_NO_FEATURE = mayUse("http");

  @ArchTest static final ArchRule ERRORS_OF_KAFKA_KNOW_NO_FEATURE = mayUse("kafka", "config");

  @ArchTest static final ArchRule REVIEW = mayUse("review", "config");

  @ArchTest static final ArchRule SERVING = mayUse("serving", "config");

  @ArchTest static final ArchRule METRICS = mayUse("metrics", "review", "serving");

  @ArchTest static final ArchRule DEAD_LETTERS = mayUse("deadletter", "review", "config", "kafka");

  /** The topology knows its extensions only by their interface. */
  @ArchTest
  static final ArchRule TOPOLOGY =
      mayUse("topology", "review", "serving", "deadletter", "metrics", "admin", "config");

  @ArchTest
  static final ArchRule ITEM = mayUse("item", "topology", "http", "metrics", "admin", "config");

  @ArchTest static final ArchRule API = mayUse("api", "http", "review", "serving", "metrics");

  @ArchTest static final ArchRule PAGE = mayUse("page", "http", "serving", "metrics", "config");

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

  /** A rule that a package and its sub-packages use no other packages of the module. */
  private static ArchRule mayUse(String name, String... others) {
    String[] allowed =
        Stream.concat(Stream.of(name), Stream.of(others))
            .map(each -> "io.sentimentstreams.app." + each + "..")
            .toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage(allowed[0])
        .should()
        .dependOnClassesThat(
            resideInAPackage("io.sentimentstreams.app..").and(not(resideInAnyPackage(allowed))));
  }
}
