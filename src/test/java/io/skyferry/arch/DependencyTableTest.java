package io.skyferry.arch;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Who may use whom. A top package that is not in the table fails; an entry is a package with all below it, or a class
 * with those inside it.
 */
class DependencyTableTest {
    private static final Map<String, Set<String>> MAY_USE = table();

    private static Map<String, Set<String>> table() {
        Map<String, Set<String>> table = new LinkedHashMap<>();
        table.put("platform", Set.of());
        table.put("tapis", Set.of("platform"));
        table.put("webodm", Set.of("platform"));
        table.put("flight", Set.of("tapis", "platform"));
        table.put("project", Set.of("flight", "webodm", "platform"));
        table.put("transfer", Set.of("flight", "project", "tapis", "webodm", "platform"));
        table.put("schedule", Set.of("flight", "project", "transfer", "platform"));
        table.put("notice", Set.of("access.audit", "access.preference", "access.vault", "platform"));
        // The linked accounts are a port: WebODM's gateway says what it needs, and access, which keeps secrets, has it.
        table.put("access", Set.of("tapis", "platform", "webodm"));
        table.put("console", Set.of("flight", "project", "transfer", "schedule", "notice", "access", "platform"));
        table.put("page", Set.of("access", "platform"));
        // Outside the WAR: what is shipped with the command line, and a sandbox that shares nothing with what it tests.
        table.put("cli", Set.of("platform.config", "platform.failure", "platform.identity", "platform.crypto"));
        table.put("sandbox", Set.of());
        return table;
    }

    static Stream<String> topPackages() {
        return Code.CLASSES.stream()
                .filter(Code::isOurs)
                .map(Code::topPackage)
                .distinct()
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("topPackages")
    void usesOnlyWhatItMay(String top) {
        assertThat(MAY_USE).as("a package without a row in the table").containsKey(top);
        List<String> violations = Code.CLASSES.stream()
                .filter(type -> Code.isOurs(type) && Code.topPackage(type).equals(top))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency -> !isAllowed(top, dependency))
                .map(Dependency::getDescription)
                .toList();
        assertThat(violations)
                .as("what %s uses beyond %s", top, MAY_USE.get(top))
                .isEmpty();
    }

    private static boolean isAllowed(String top, Dependency dependency) {
        JavaClass target = dependency.getTargetClass().getBaseComponentType();
        return !Code.isOurs(target)
                || Code.topPackage(target).equals(top)
                || MAY_USE.get(top).stream().anyMatch(entry -> covers(Code.ROOT + "." + entry, target.getName()));
    }

    private static boolean covers(String entry, String name) {
        return name.equals(entry) || name.startsWith(entry + ".") || name.startsWith(entry + "$");
    }

    @Test
    void hasNoCyclesBetweenTopPackages() {
        slices().matching("io.skyferry.(*)..").should().beFreeOfCycles().check(Code.CLASSES);
    }

    @Test
    void hasNoCyclesBetweenPackages() {
        slices().matching("io.skyferry.(**)").should().beFreeOfCycles().check(Code.CLASSES);
    }
}
