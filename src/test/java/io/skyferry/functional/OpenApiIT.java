package io.skyferry.functional;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.skyferry.functional.kit.Api;
import io.skyferry.functional.kit.ApiDocument;
import io.skyferry.functional.kit.ApiDocument.Operation;
import io.skyferry.functional.kit.ApiPage;
import io.skyferry.functional.kit.Deployment;
import io.skyferry.functional.kit.Reply;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The document describes every call, and completely. That answers are as it says, every test's {@link Api} checks. */
@Tag("any-database")
class OpenApiIT {
    private static final Pattern OPEN = Pattern.compile("/api/(oauth2/tapis/(authorize.*|callback)"
            + "|skyferry/(sign-in|device-sign-in.*|page|notices/(off|confirm)))");

    /** Only browsers come there, without knowing what they do. */
    private static final Set<String> NOT_ON_THE_PAGE = Set.of(
            "get /api/oauth2/tapis/authorize",
            "get /api/oauth2/tapis/callback",
            "post /api/oauth2/tapis/authorize/{client_id}");
    /** What stands in fields that may hold any JSON: a job's parameters and result. */
    private static final Map<String, Set<String>> OPEN_FIELDS = Map.of(
            "post /api/skyferry/jobs",
            Set.of("dry_run"),
            "get /api/skyferry/jobs/{id}",
            Set.of(
                    "fence",
                    "processWithout",
                    "project",
                    "reprocess",
                    "retryRefused",
                    "projects",
                    "started",
                    "committed",
                    "already_running",
                    "up_to_date",
                    "needs_attention",
                    "failed",
                    "errors",
                    "syncs",
                    "project_name"));
    /** Streams, and posts that we send: no answers of ours. */
    private static final String NO_SCHEMA = ".*(/events|/webhook)`.*";

    private static ApiDocument document;

    @BeforeAll
    static void read() throws IOException {
        document = ApiDocument.of(Deployment.running().server());
        Files.writeString(
                java.nio.file.Path.of("target", "openapi.json"), document.json().toPrettyString());
    }

    @Test
    void describesEveryOperationOfTheResources() {
        Set<String> described = document.operations().stream()
                .map(operation -> operation.method() + " " + operation.path())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(described).containsExactlyInAnyOrderElementsOf(offered());
    }

    private static Set<String> offered() {
        return new ClassFileImporter()
                .importPath("target/classes/io/skyferry").stream()
                        .filter(type -> type.isAnnotatedWith(Path.class) && !type.isInterface())
                        .map(JavaClass::reflect)
                        .flatMap(OpenApiIT::operations)
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> operations(Class<?> resource) {
        return Arrays.stream(resource.getMethods())
                .flatMap(method -> verbs(method).map(verb -> verb + " " + address(resource, method)));
    }

    private static Stream<String> verbs(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .filter(type -> type.isAnnotationPresent(HttpMethod.class))
                .map(type -> type.getAnnotation(HttpMethod.class).value().toLowerCase(Locale.ROOT));
    }

    private static String address(Class<?> resource, Method method) {
        String address = "/api/" + path(resource) + "/" + path(method);
        return address.replaceAll("\\{(\\w+):[^/]*}", "{$1}")
                .replaceAll("/+", "/")
                .replaceAll("/$", "");
    }

    private static String path(AnnotatedElement element) {
        return element.isAnnotationPresent(Path.class)
                ? element.getAnnotation(Path.class).value()
                : "";
    }

    @Test
    void saysOfEachOperationWhatItIsAndHowItEnds() {
        SoftAssertions all = new SoftAssertions();
        for (Operation operation : document.operations()) {
            JsonNode node = operation.node();
            all.assertThat(node.path("summary").asString(""))
                    .as("summary of " + operation)
                    .isNotBlank();
            all.assertThat(node.path("tags").size()).as("tag of " + operation).isPositive();
            all.assertThat(operation.id()).as("id of " + operation).matches("[a-z][A-Za-z0-9]+");
            all.assertThat(node.path("responses").propertyNames())
                    .as("answers of " + operation)
                    .contains("default")
                    .anyMatch(status -> status.matches("[23]\\d\\d"));
            node.path("parameters")
                    .forEach(
                            parameter -> all.assertThat(parameter.path("schema").isMissingNode())
                                    .as("schema of " + parameter.path("name") + " of " + operation)
                                    .isFalse());
            boolean open = OPEN.matcher(operation.path()).matches();
            all.assertThat(node.path("security").isArray()
                            && node.path("security").isEmpty())
                    .as("without identity: " + operation)
                    .isEqualTo(open);
        }
        all.assertThat(document.operations()).extracting(Operation::id).doesNotHaveDuplicates();
        all.assertAll();
    }

    @Test
    void isWhatThePageOfTheApiDescribes() {
        Set<String> described = document.operations().stream()
                .map(operation -> operation.method() + " " + operation.path())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(sections().stream()
                        .flatMap(section -> section.calls().stream())
                        .filter(call -> !NOT_ON_THE_PAGE.contains(call))
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(described.stream()
                        .filter(call -> !NOT_ON_THE_PAGE.contains(call))
                        .toList());
    }

    @Test
    void hasTheFieldsOfTheExamplesOnThePage() {
        SoftAssertions all = new SoftAssertions();
        for (ApiPage.Section section : sections()) {
            Set<String> known = new TreeSet<>();
            for (Operation operation : document.operations()) {
                if (section.calls().contains(operation.toString())) {
                    document.collectFields(operation.node(), known);
                    known.addAll(OPEN_FIELDS.getOrDefault(operation.toString(), Set.of()));
                }
            }
            if (!section.heading().matches(NO_SCHEMA)) {
                all.assertThat(known).as(section.heading()).containsAll(section.fields());
            }
        }
        all.assertAll();
    }

    private static List<ApiPage.Section> sections() {
        return new ApiPage()
                .sections(document.operations().stream().map(Operation::path).collect(Collectors.toSet()));
    }

    @Test
    void namesItsSchemas() {
        assertThat(document.json().path("components").path("schemas").propertyNames())
                .noneMatch(name -> name.matches("(Answer|Request|Body|Page)\\d*"));
    }

    @Test
    void saysHowToProveWhoOneIs() {
        assertThat(document.json().path("components").path("securitySchemes").propertyNames())
                .contains("tapis", "tapisHeader", "session", "local");
    }

    @Test
    void hasExamplesThatFit() {
        SoftAssertions all = new SoftAssertions();
        for (Operation operation : document.operations()) {
            String at = "/paths/" + operation.path().replace("/", "~1") + "/" + operation.method();
            for (String body : List.of("/requestBody", "/responses/200")) {
                String content = at + body + "/content/application~1json";
                JsonNode example = document.json().at(content + "/example");
                if (!example.isMissingNode()) {
                    all.assertThat(document.problems(content + "/schema", example.toString()))
                            .as(operation + body)
                            .isEmpty();
                } else if (operation.path().startsWith("/api/tapis-storage")
                        && !document.json().at(content).isMissingNode()) {
                    all.fail("no example: " + operation + body);
                }
            }
        }
        all.assertAll();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/openapi", "/openapi?format=JSON", "/openapi/ui/"})
    void isThereForEverybody(String address) {
        Reply reply = Api.anonymous().get(address);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text()).isNotBlank();
    }
}
