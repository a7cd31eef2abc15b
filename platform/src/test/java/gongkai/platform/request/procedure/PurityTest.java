package gongkai.platform.request.procedure;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.jspecify.annotations.NullMarked;

/** The law must be testable, and readable, without the platform. */
@NullMarked
@AnalyzeClasses(packages = "gongkai.platform.request", importOptions = ImportOption.DoNotIncludeTests.class)
class PurityTest {
    @ArchTest
    static final ArchRule theLawKnowsNoFramework = classes()
            .that()
            .resideInAnyPackage("..request.procedure", "..request.fee")
            .and()
            .doNotHaveSimpleName("package-info")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java.lang..",
                    "java.time..",
                    "java.util..",
                    "org.jspecify.annotations",
                    "gongkai.platform.calendar",
                    "gongkai.platform.request.procedure",
                    "gongkai.platform.request.fee")
            .because("the law needs no framework, no database and no clock");
}
