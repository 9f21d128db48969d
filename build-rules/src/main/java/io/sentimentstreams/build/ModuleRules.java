package io.sentimentstreams.build;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.HashMap;
import java.util.Map;

/**
 * Rules for the main classes of every module. A module applies them with {@code ArchTests.in}.
 * Thread-safe.
 */
public final class ModuleRules {

  /** Maximum number of top-level types in a package, without generated records. */
  public static final int MAX_TYPES_PER_PACKAGE = 30;

  private ModuleRules() {}

  /** No cycles between packages, sub-packages included. */
  @ArchTest
  public static final ArchRule PACKAGES_HAVE_NO_CYCLES =
      slices()
          .matching("io.sentimentstreams.(**)")
          .should()
          .beFreeOfCycles()
          .allowEmptyShould(true);

  /** Names of exceptions end in Exception. */
  @ArchTest
  public static final ArchRule EXCEPTIONS_END_IN_EXCEPTION =
      classes()
          .that(assignableTo(Throwable.class))
          .and()
          .resideInAPackage("io.sentimentstreams..")
          .should()
          .haveSimpleNameEndingWith("Exception")
          .allowEmptyShould(true);

  /** No package has more than {@link #MAX_TYPES_PER_PACKAGE} types. */
  @ArchTest
  public static final ArchRule PACKAGES_ARE_SMALL =
      classes()
          .that()
          .resideInAPackage("io.sentimentstreams..")
          .should(sharePackageWithFewOthers())
          .allowEmptyShould(true);

  /** Only the scoring packages use the kernels, which are an implementation detail. */
  @ArchTest
  public static final ArchRule ONLY_SCORING_USES_KERNELS =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.sentimentstreams.model.scoring..")
          .and()
          .resideInAPackage("io.sentimentstreams..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.sentimentstreams.model.scoring.kernel..")
          .allowEmptyShould(true);

  private static ArchCondition<JavaClass> sharePackageWithFewOthers() {
    return new ArchCondition<>(
        "share a package with at most " + (MAX_TYPES_PER_PACKAGE - 1) + " other types") {
      private final Map<String, Integer> types = new HashMap<>();

      @Override
      public void check(JavaClass type, ConditionEvents events) {
        if (!type.isTopLevelClass() || type.getSimpleName().equals("package-info")) {
          return;
        }
        int count = types.merge(type.getPackageName(), 1, Integer::sum);
        if (count == MAX_TYPES_PER_PACKAGE + 1) {
          events.add(
              SimpleConditionEvent.violated(
                  type,
                  "Too many types in package %s: more than %d. Split the package."
                      .formatted(type.getPackageName(), MAX_TYPES_PER_PACKAGE)));
        }
      }
    };
  }
}
