package io.skyferry.arch;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import io.skyferry.platform.pace.RetriesProducer;
import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

class StructureTest {
    private static final DescribedPredicate<JavaClass> GATEWAY =
            resideInAnyPackage("io.skyferry.tapis..", "io.skyferry.webodm..");
    /** A remote API as the REST client sees it, and the records inside it. */
    private static final DescribedPredicate<JavaClass> REMOTE_API = describe(
            "a remote API or its JSON",
            type -> GATEWAY.test(type)
                    && (isRemoteApi(type)
                            || type.getEnclosingClass()
                                    .filter(StructureTest::isRemoteApi)
                                    .isPresent()));

    private static boolean isRemoteApi(JavaClass type) {
        return type.isInterface() && type.isAnnotatedWith(Path.class);
    }

    @Test
    void movesBytesWithoutAContainer() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "io.skyferry.transfer.download..",
                        "io.skyferry.transfer.upload..",
                        "io.skyferry.transfer.integrity..",
                        "io.skyferry.transfer.delivery..",
                        "io.skyferry.transfer.wire..",
                        "io.skyferry.platform.pace..")
                .and()
                .doNotBelongToAnyOf(RetriesProducer.class)
                .should()
                .dependOnClassesThat(
                        resideInAPackage("jakarta..").and(DescribedPredicate.not(resideInAPackage("jakarta.json.."))))
                .because("it is tested, fuzzed and measured outside of one")
                .check(Code.CLASSES);
    }

    @Test
    void namesNoClassAfterNothing() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Manager|Impl|Helper)(\\$.*)?")
                .check(Code.CLASSES);
    }

    @Test
    void keepsRemoteJsonInItsGateway() {
        assertThat(Code.CLASSES.that(REMOTE_API)).hasSizeGreaterThan(5);
        noClasses()
                .that(DescribedPredicate.not(GATEWAY))
                .should()
                .dependOnClassesThat(REMOTE_API)
                .check(Code.CLASSES);
        noClasses()
                .that()
                .resideInAPackage("io.skyferry.tapis..")
                .should()
                .dependOnClassesThat(resideInAPackage("io.skyferry.webodm..").and(REMOTE_API))
                .check(Code.CLASSES);
    }

    @Test
    void tellsNobodyOutsideAGatewayAboutItsJson() {
        noMethods()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat(GATEWAY.and(DescribedPredicate.not(REMOTE_API)))
                .should()
                .haveRawReturnType(resideInAnyPackage("jakarta.json..", "jakarta.ws.rs.."))
                .check(Code.CLASSES);
    }

    @Test
    void changesEntitiesByVerbsOnly() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Entity.class)
                .and()
                .haveNameMatching("set[A-Z].*")
                .should()
                .notBePublic()
                .allowEmptyShould(true)
                .check(Code.CLASSES);
    }

    @Test
    void saysOfEachPackageWhatItIsFor() {
        List<java.nio.file.Path> silent = Code.sourceFiles().stream()
                .map(java.nio.file.Path::getParent)
                .distinct()
                .filter(directory -> Files.notExists(directory.resolve("package-info.java")))
                .toList();
        assertThat(silent).as("packages without package-info.java").isEmpty();
    }
}
