package io.sentimentstreams.build;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Rules for the main classes of every module. A module applies them with {@code ArchTests.in}.
 * Thread-safe.
 */
public final class ModuleRules {

  /** Maximum number of top-level types in a package, without generated records. */
  public static final int MAX_TYPES_PER_PACKAGE = 30;

  /** The largest number of arguments of a constructor. */
  public static final int MAX_CONSTRUCTOR_ARGUMENTS = 7;

  /**
   * Records whose components are the fields of a JSON document; a factory or builder makes them.
   */
  private static final Set<String> JSON_DOCUMENTS =
      Set.of(
          "io.sentimentstreams.model.bundle.Manifest",
          "io.sentimentstreams.model.bundle.Quality",
          "io.sentimentstreams.app.api.ScoreAnswer",
          "io.sentimentstreams.app.page.ModelSummary",
          "io.sentimentstreams.app.page.InstanceStatus",
          "io.sentimentstreams.app.page.InstanceStatus$Latest",
          "io.sentimentstreams.benchmarks.pipeline.PipelineRow");

  private static final Set<String> FILE_WRITERS =
      Set.of(
          "Files.write",
          "Files.writeString",
          "Files.newOutputStream",
          "Files.newBufferedWriter",
          "Files.newByteChannel",
          "Files.createFile",
          "Files.copy",
          "Files.move",
          "FileChannel.open");

  private static final Set<String> FILE_STREAMS =
      Set.of("java.io.FileOutputStream", "java.io.FileWriter", "java.io.RandomAccessFile");

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

  /**
   * Files are written through {@code AtomicFile}, which replaces a file only when its content is
   * complete. The quickstart and the benchmarks also write files that only they read.
   */
  @ArchTest
  public static final ArchRule FILES_ARE_WRITTEN_ATOMICALLY =
      noClasses()
          .that()
          .resideInAPackage("io.sentimentstreams..")
          .and()
          .resideOutsideOfPackages(
              "io.sentimentstreams.model.file..",
              "io.sentimentstreams.build..",
              "io.sentimentstreams.quickstart..",
              "io.sentimentstreams.benchmarks..")
          .should(callWritersOfFiles())
          .allowEmptyShould(true);

  private static ArchCondition<JavaClass> callWritersOfFiles() {
    return new ArchCondition<>("call writers of files") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        type.getMethodCallsFromSelf().stream()
            .filter(
                call ->
                    FILE_WRITERS.contains(
                        call.getTargetOwner().getSimpleName() + "." + call.getTarget().getName()))
            .forEach(
                call -> events.add(SimpleConditionEvent.satisfied(call, call.getDescription())));
        type.getConstructorCallsFromSelf().stream()
            .filter(call -> FILE_STREAMS.contains(call.getTargetOwner().getName()))
            .forEach(
                call -> events.add(SimpleConditionEvent.satisfied(call, call.getDescription())));
      }
    };
  }

  /** More arguments need a record or a builder. Records that mirror a JSON document are exempt. */
  @ArchTest
  public static final ArchRule CONSTRUCTORS_ARE_SHORT =
      classes()
          .that()
          .resideInAPackage("io.sentimentstreams..")
          .and()
          // Generated from the Avro schemas.
          .resideOutsideOfPackage("io.sentimentstreams.schemas")
          .and()
          .doNotHaveModifier(JavaModifier.SYNTHETIC)
          .should(haveShortConstructors())
          .allowEmptyShould(true);

  private static ArchCondition<JavaClass> haveShortConstructors() {
    return new ArchCondition<>("have constructors with at most 7 arguments") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        if (type.isAnonymousClass()
            || type.isLocalClass()
            || JSON_DOCUMENTS.contains(type.getName())) {
          return;
        }
        // The compiler adds the name and the ordinal of an enum constant, and an outer instance.
        int added = type.isEnum() ? 2 : type.isInnerClass() ? 1 : 0;
        type.getConstructors().stream()
            .filter(each -> each.getRawParameterTypes().size() - added > MAX_CONSTRUCTOR_ARGUMENTS)
            .map(each -> SimpleConditionEvent.violated(each, each.getDescription()))
            .forEach(events::add);
      }
    };
  }

  private static ArchCondition<JavaClass> sharePackageWithFewOthers() {
    return new ArchCondition<>(
        "share a package with at most " + (MAX_TYPES_PER_PACKAGE - 1) + " other types") {
      private final Map<String, Integer> types = new HashMap<>();

      @Override
      public void init(Collection<JavaClass> all) {
        types.clear();
      }

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
