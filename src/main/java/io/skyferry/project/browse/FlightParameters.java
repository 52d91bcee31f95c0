package io.skyferry.project.browse;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The parameters of the list of flights, as they come in. */
public class FlightParameters {
    @QueryParam("q")
    @Parameter(description = "A part of the flight's name; letter case does not matter.")
    String q;

    @QueryParam("system")
    @Parameter(description = "The id of a system.")
    String system;

    @QueryParam("state")
    @Parameter(
            description = "The state of the flight's project, or none.",
            schema =
                    @Schema(
                            enumeration = {
                                "none",
                                "CREATED",
                                "SYNCING",
                                "NEEDS_ATTENTION",
                                "COMMITTED",
                                "PROCESSING",
                                "COMPLETED",
                                "FAILED",
                                "CANCELED"
                            }))
    String state;

    @QueryParam("has_project")
    @Parameter(schema = @Schema(type = SchemaType.BOOLEAN), description = "Only flights with, or without, a project.")
    String hasProject;

    @QueryParam("since")
    @Parameter(
            schema = @Schema(type = SchemaType.STRING, format = "date-time"),
            description = "Last seen then or later.")
    String since;

    @QueryParam("until")
    @Parameter(schema = @Schema(type = SchemaType.STRING, format = "date-time"), description = "Last seen before then.")
    String until;

    @QueryParam("changed_since")
    @Parameter(
            schema = @Schema(type = SchemaType.STRING, format = "date-time"),
            description = "Its images changed then or later.")
    String changedSince;

    @QueryParam("sort")
    @Parameter(description = "name, changed_at, first_seen, image_count or bytes; after a minus the other way round.")
    String sort;

    @QueryParam("limit")
    @Parameter(
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "500", defaultValue = "50"),
            description = "The most that one answer holds.")
    String limit;

    @QueryParam("after")
    @Parameter(description = "The next of an earlier answer.")
    String after;

    @QueryParam("owner")
    @Parameter(description = "For operators: whose flights, as name@tenant.")
    String owner;
}
