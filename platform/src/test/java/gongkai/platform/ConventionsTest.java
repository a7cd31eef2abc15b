package gongkai.platform;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RestController;

/** How the platform is written, where a machine can tell. */
@AnalyzeClasses(packages = "gongkai.platform", importOptions = ImportOption.DoNotIncludeTests.class)
class ConventionsTest {
    @ArchTest
    static final ArchRule controllersAreTheFeaturesOwn = classes()
            .that()
            .areMetaAnnotatedWith(Controller.class)
            .or()
            .areMetaAnnotatedWith(RestController.class)
            .should()
            .notBePublic()
            .because("other features use a feature's services, never its pages");

    @ArchTest
    static final ArchRule controllersHoldNoSql = noClasses()
            .that()
            .areMetaAnnotatedWith(Controller.class)
            .and()
            .doNotHaveSimpleName("FloorController") // the bare query that pages are measured against
            .should()
            .dependOnClassesThat()
            .areAssignableTo(JdbcClient.class)
            .because("a page asks a service, which logs what it does");

    @ArchTest
    static final ArchRule daysComeFromTheClock = noClasses()
            .that()
            .resideOutsideOfPackage("gongkai.platform")
            .should()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(java.time.LocalDateTime.class, "now")
            .orShould()
            .callMethod(java.time.OffsetDateTime.class, "now")
            .orShould()
            .callConstructor(java.util.Date.class)
            .because("legal days are days in Shanghai, and tests move them: take the Clock");

    @ArchTest
    static final ArchRule theFrameKnowsNoFeature = noClasses()
            .that()
            .resideInAPackage("gongkai.platform.web..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "gongkai.platform.access..",
                    "gongkai.platform.api..",
                    "gongkai.platform.audit..",
                    "gongkai.platform.calendar..",
                    "gongkai.platform.files..",
                    "gongkai.platform.jobs..",
                    "gongkai.platform.operations..",
                    "gongkai.platform.organ..",
                    "gongkai.platform.personal..",
                    "gongkai.platform.portal..",
                    "gongkai.platform.sample..",
                    "gongkai.platform.workbench..")
            .because("every feature stands in the frame; the frame must not stand in a feature");

    @ArchTest
    static final ArchRule theLogIsAtTheBottom = noClasses()
            .that()
            .resideInAPackage("gongkai.platform.audit..")
            .and()
            .haveSimpleNameNotEndingWith("Controller")
            .and()
            .haveSimpleNameNotEndingWith("Page")
            .and()
            .haveSimpleNameNotEndingWith("Navigation")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "gongkai.platform.organ..", "gongkai.platform.personal..", "gongkai.platform.calendar..")
            .because("whoever writes must be able to log, so the log needs nobody");

    @ArchTest
    static final ArchRule aClassIsNamedAfterWhatItIs = noClasses()
            .should()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Impl")
            .because("such a name says nothing; see CONTRIBUTING.md");

    @ArchTest
    static final ArchRule handlersAreNotPublic = methods()
            .that()
            .areMetaAnnotatedWith(org.springframework.web.bind.annotation.RequestMapping.class)
            .should()
            .notBePublic()
            .because("nothing but the framework calls them");
}
