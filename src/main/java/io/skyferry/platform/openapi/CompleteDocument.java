package io.skyferry.platform.openapi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;

/** Goes over the finished document once. The server finds it by {@code mp.openapi.filter}. */
public class CompleteDocument implements OASFilter {
    /** An operation and where it stands. */
    record Place(String path, PathItem.HttpMethod method, Operation operation) {
        boolean isRead() {
            return method == PathItem.HttpMethod.GET;
        }

        boolean hasBody() {
            return operation.getRequestBody() != null;
        }
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        List<Place> places = places(document);
        places.forEach(CompleteDocument::name);
        new SchemaNames(document).giveNames(places);
        new AnswerSchemas(document).complete(places);
        ErrorAnswers.add(document, places);
        Examples.add(places);
    }

    private static List<Place> places(OpenAPI document) {
        List<Place> places = new ArrayList<>();
        document.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations()
                        .forEach((method, operation) -> places.add(new Place(path, method, operation))));
        return places;
    }

    /** Who gave neither id nor tag gets those of the path. */
    private static void name(Place place) {
        List<String> words = Arrays.stream(place.path().split("/"))
                .filter(word -> !word.isEmpty() && !word.equals("api") && !word.equals("skyferry"))
                .toList();
        Operation operation = place.operation();
        if (operation.getOperationId() == null) {
            operation.setOperationId(place.method().name().toLowerCase(Locale.ROOT)
                    + words.stream().map(CompleteDocument::camel).collect(Collectors.joining()));
        }
        if (operation.getTags() == null || operation.getTags().isEmpty()) {
            operation.addTag(words.get(0));
        }
    }

    private static String camel(String word) {
        return Arrays.stream(word.split("[^A-Za-z0-9]+"))
                .filter(part -> !part.isEmpty())
                .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
                .collect(Collectors.joining());
    }

    static <T> Map<String, T> orEmpty(Map<String, T> map) {
        return map == null ? Map.of() : map;
    }
}
