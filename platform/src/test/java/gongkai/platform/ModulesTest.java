package gongkai.platform;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {
    /** The templates are generated, and show whatever their feature shows. */
    @Test
    void featuresRespectEachOthersBoundaries() {
        ApplicationModules.of(Platform.class, resideInAPackage("gongkai.platform.pages.."))
                .verify();
    }
}
