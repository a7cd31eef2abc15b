package gongkai.annualreport;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;

/** Which package may know which. Each rule says why, so that whoever breaks it can judge the rule too. */
@AnalyzeClasses(packages = "gongkai.annualreport", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String REPORT = "gongkai.annualreport";
    private static final String DOCUMENT = "..annualreport.document..";
    private static final String OPENING = "..annualreport.opening..";
    private static final String READING = "..annualreport.reading..";
    private static final String CHECKING = "..annualreport.checking..";
    private static final String WRITING = "..annualreport.writing..";
    private static final String MERGING = "..annualreport.merging..";
    private static final String COMMAND = "..annualreport.command..";

    @ArchTest
    static final ArchRule theLibraryStandsAlone = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..", "java.sql..", "javax.sql..", "jakarta.persistence..", "gongkai.platform..")
            .because("the library must be usable on a laptop, without server and database");

    @ArchTest
    static final ArchRule documentsKnowNothingOfReports = noClasses()
            .that()
            .resideInAPackage(DOCUMENT)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(OPENING, READING, CHECKING, WRITING, MERGING, COMMAND)
            .because("the picture of a document is what openers and the recogniser agree on; it depends on neither");

    @ArchTest
    static final ArchRule openersKnowOnlyDocuments = noClasses()
            .that()
            .resideInAPackage(OPENING)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(READING, CHECKING, WRITING, MERGING, COMMAND)
            .because("a new kind of file is a new opener and nothing else");

    @ArchTest
    static final ArchRule theRecogniserKnowsNoKindOfFile = noClasses()
            .that()
            .resideInAPackage(READING)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    OPENING,
                    CHECKING,
                    WRITING,
                    MERGING,
                    COMMAND,
                    "org.apache.poi..",
                    "org.apache.pdfbox..",
                    "org.jsoup..",
                    "org.ofdrw..")
            .because("one recogniser reads the one picture of a document, whatever file it came from");

    @ArchTest
    static final ArchRule rulesKnowOnlyReports = noClasses()
            .that()
            .resideInAPackage(CHECKING)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(OPENING, DOCUMENT, WRITING, MERGING, COMMAND)
            .because("a rule is about a report, not about a file");

    @ArchTest
    static final ArchRule writersKnowOnlyReports = noClasses()
            .that()
            .resideInAPackage(WRITING)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(OPENING, DOCUMENT, READING, CHECKING, MERGING, COMMAND)
            .because("what is written depends on the report alone");

    @ArchTest
    static final ArchRule mergingKnowsNoFiles = noClasses()
            .that()
            .resideInAPackage(MERGING)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(OPENING, DOCUMENT, WRITING, COMMAND)
            .because("members come read and checked");

    @ArchTest
    static final ArchRule nothingKnowsTheCommandLine = noClasses()
            .that()
            .resideOutsideOfPackage(COMMAND)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(COMMAND)
            .because("the command line is one user of the library among others");

    @ArchTest
    static final ArchRule theReportIsPlainData = noClasses()
            .that()
            .resideInAPackage(REPORT)
            .and()
            .doNotHaveSimpleName("AnnualReports")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(OPENING, DOCUMENT, READING, CHECKING, WRITING, MERGING, COMMAND)
            .because("only the front door ties the parts together");

    @ArchTest
    static final ArchRule commandsArePrivate = classes()
            .that()
            .resideInAPackage(COMMAND)
            .and()
            .doNotHaveSimpleName("ReportCommand")
            .and()
            .areTopLevelClasses()
            .should()
            .notBePublic()
            .because("programs use the library, people use the command");

    @ArchTest
    static void everyPackageIsNullMarked(JavaClasses classes) {
        var packages = classes.stream().map(type -> type.getPackage()).collect(Collectors.toSet());
        assertThat(packages)
                .allSatisfy(found -> assertThat(found.isAnnotatedWith(NullMarked.class))
                        .as("%s needs a package-info with @NullMarked", found.getName())
                        .isTrue());
    }

    /**
     * What other programs can name of the opening, reading and writing parts. Add a name here only when they must: the platform draws the
     * tables of a report on its pages, and prints letters with the same fonts.
     */
    @ArchTest
    static void littleIsPublic(JavaClasses classes) {
        var open = classes.stream()
                .filter(type -> type.getPackageName().matches(".*\\.(opening|reading|writing)"))
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(type -> type.getEnclosingClass().isEmpty())
                .map(type -> type.getSimpleName())
                .filter(name -> !name.equals("package-info"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(open)
                .isSubsetOf(Set.of(
                        "Documents", "Reading", "ReportReader", "ReportWriter", "Typefaces", "LayoutTable", "Paper"));
    }
}
