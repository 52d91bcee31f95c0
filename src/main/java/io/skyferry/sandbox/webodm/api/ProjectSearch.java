package io.skyferry.sandbox.webodm.api;

import io.skyferry.sandbox.webodm.world.ProjectRow;
import io.skyferry.sandbox.webodm.world.TaskRow;
import io.skyferry.sandbox.webodm.world.World;
import jakarta.json.JsonString;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The grammar of {@code search}: {@code #tag} or {@code :tag} is a project's tag, {@code ##tag} or {@code ::tag} a
 * task's, {@code @user} the owner, anything else a whole word of the project's or a task's name. Letter case doesn't
 * count, all terms must fit, and a tag with a colon or a hash inside is never found.
 */
final class ProjectSearch {
    private final World world;
    private final List<String> terms;

    ProjectSearch(World world, String search) {
        this.world = world;
        this.terms = Arrays.stream(search.toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(term -> !term.isEmpty())
                .toList();
    }

    boolean fits(ProjectRow project) {
        return terms.stream().allMatch(term -> fits(project, term));
    }

    private boolean fits(ProjectRow project, String term) {
        if (term.startsWith("##") || term.startsWith("::")) {
            return hasTag(taskTags(project), term.substring(2));
        } else if (term.startsWith("#") || term.startsWith(":")) {
            return hasTag(lowerCase(project.tags()), term.substring(1));
        } else if (term.startsWith("@")) {
            return project.owner().toLowerCase(Locale.ROOT).equals(term.substring(1));
        }
        return words(project).containsAll(Arrays.asList(term.split("[^\\p{L}\\p{N}]+")));
    }

    private static boolean hasTag(Set<String> tags, String tag) {
        return !tag.contains(":") && !tag.contains("#") && tags.contains(tag);
    }

    private Set<String> taskTags(ProjectRow project) {
        Set<String> tags = new HashSet<>();
        for (TaskRow task : world.tasksOf(project.id())) {
            tags.addAll(lowerCase(task.tags().getValuesAs(JsonString::getString)));
        }
        return tags;
    }

    private Set<String> words(ProjectRow project) {
        Set<String> words = new HashSet<>(List.of(""));
        words.addAll(wordsOf(project.name()));
        world.tasksOf(project.id()).forEach(task -> words.addAll(wordsOf(task.text("name"))));
        return words;
    }

    private static List<String> wordsOf(String name) {
        return Arrays.asList(name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"));
    }

    private static Set<String> lowerCase(List<String> tags) {
        Set<String> lower = new HashSet<>();
        tags.forEach(tag -> lower.add(tag.toLowerCase(Locale.ROOT)));
        return lower;
    }
}
