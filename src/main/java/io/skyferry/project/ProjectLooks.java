package io.skyferry.project;

import io.skyferry.flight.Flight;
import java.util.List;

/** What a project and its task look like in WebODM, as users were promised it. */
public final class ProjectLooks {
    private static final int LONGEST_NAME = 255;

    private ProjectLooks() {}

    /** {@code <Flight> (<System>)}; a flight's name that doesn't fit into WebODM's 255 characters is cut. */
    public static String name(String flightName, String systemId) {
        String system = " (" + systemId + ")";
        String flight = flightName.strip();
        int room = LONGEST_NAME - system.length();
        boolean fits = flight.codePointCount(0, flight.length()) <= room;
        return (fits ? flight : cut(flight, room - 1) + "…") + system;
    }

    static String description(Flight flight) {
        return String.join(
                "\n",
                "Flight " + flight.name() + " from Tapis system " + flight.systemId(),
                "Images path: " + flight.imagesPath(),
                "Images: " + flight.imageCount(),
                "Discovered at: " + flight.firstSeen());
    }

    /** As promised to users. */
    static List<String> tags(Flight flight) {
        return List.of("tapis", "flight", flight.systemId(), flight.name());
    }

    /** As WebODM can hold them: it splits a tag at a blank and can't find one that has a colon, comma or hash. */
    static List<String> webOdmTags(Flight flight) {
        return tags(flight).stream()
                .map(tag -> tag.replaceAll("[\\s\\h\\v\\p{Cntrl},:#@]+", "_"))
                .distinct()
                .toList();
    }

    static String taskName(Flight flight) {
        String name = "Flight " + flight.name().strip();
        return cut(name, LONGEST_NAME);
    }

    /** By code points, as WebODM counts: half a character would not come back as it was sent. */
    private static String cut(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest));
    }

    /** Where the images come from; shown by WebODM. */
    static String importUrl(Flight flight) {
        return "tapis://" + flight.systemId() + "/" + flight.imagesPath();
    }
}
