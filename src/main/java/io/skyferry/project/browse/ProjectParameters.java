package io.skyferry.project.browse;

import io.skyferry.project.ProjectState;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The parameters of the list of projects, as they come in. */
public class ProjectParameters {
    @QueryParam("state")
    @Parameter(schema = @Schema(implementation = ProjectState.class))
    String state;

    @QueryParam("system")
    @Parameter(description = "The id of a system.")
    String system;

    @QueryParam("q")
    @Parameter(description = "A part of the flight's name; letter case does not matter.")
    String q;

    @QueryParam("limit")
    @Parameter(
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "500", defaultValue = "50"),
            description = "The most that one answer holds.")
    String limit;

    @QueryParam("after")
    @Parameter(description = "The next of an earlier answer.")
    String after;

    @QueryParam("owner")
    @Parameter(description = "For operators: whose projects, as name@tenant; * for everybody's.")
    String owner;
}
