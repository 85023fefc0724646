package org.ranklens;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rules of {@code docs/architecture.md}. */
@AnalyzeClasses(packages = "org.ranklens", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule noPackageCycles =
      slices().matching("org.ranklens.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule ihcKnowsNothingOfPet =
      noClasses()
          .that()
          .resideInAPackage("org.ranklens.ihc..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.ranklens.pet..");

  @ArchTest
  static final ArchRule petKnowsNothingOfIhc =
      noClasses()
          .that()
          .resideInAPackage("org.ranklens.pet..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.ranklens.ihc..");

  @ArchTest
  static final ArchRule phantomKnowsNothingOfTheScience =
      noClasses()
          .that()
          .resideInAPackage("org.ranklens.phantom..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.ranklens.ihc..", "org.ranklens.pet..");

  @ArchTest
  static final ArchRule frontEndsAreLeaves =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.ranklens.cli..", "org.ranklens.fiji..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.ranklens.cli..", "org.ranklens.fiji..");

  @ArchTest
  static final ArchRule frontEndsDontKnowEachOther =
      slices()
          .matching("org.ranklens.(cli|fiji)..")
          .should()
          .notDependOnEachOther()
          .allowEmptyShould(true);

  /** ImageJ's ROI classes open no window; the regions that users draw are decoded by them. */
  private static final DescribedPredicate<JavaClass> WINDOWS =
      resideInAPackage("ij.gui..")
          .and(not(simpleNameEndingWith("Roi")))
          .or(resideInAnyPackage("javax.swing..", "java.awt.event.."))
          .or(name("ij.IJ"))
          .as("windows, dialogs and the ImageJ desktop");

  @ArchTest
  static final ArchRule windowsOnlyInFiji =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.ranklens.fiji..")
          .should()
          .dependOnClassesThat(WINDOWS);

  @ArchTest
  static final ArchRule consoleAndExitOnlyInCli =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.ranklens.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("picocli..", "me.tongfei..")
          .orShould()
          .callMethod(System.class, "exit", int.class)
          .orShould()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  @ArchTest
  static final ArchRule textFormatsOnlyWhereFilesAreWritten =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "org.ranklens.report..",
              "org.ranklens.study..",
              "org.ranklens.agreement..",
              "org.ranklens.review..",
              "org.ranklens.phantom..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("de.siegmar..", "com.fasterxml.jackson..", "io.pebbletemplates..");

  @ArchTest
  static final ArchRule noClassIsAGrabBag =
      noClasses().should().haveNameMatching(".*(Utils|Util|Helper|Manager|Tools)$");

  @ArchTest
  static final ArchRule noStaticMutableState =
      noFields().that().areStatic().and().areNotPrivate().should().notBeFinal();
}
