package io.skyferry.sandbox.webodm.api;

import io.skyferry.sandbox.webodm.world.ProjectRow;
import io.skyferry.sandbox.webodm.world.Tags;
import io.skyferry.sandbox.webodm.world.World;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** The fields of a project that a client may write. Anything else, such as {@code owner}, is ignored. */
record ProjectFields(
        Optional<String> name,
        Optional<String> description,
        Optional<List<String>> tags,
        Optional<Boolean> open,
        Optional<Boolean> editable) {

    /**
     * @param complete true for POST and PUT, where the name must be there
     * @throws io.skyferry.sandbox.webodm.world.Refusal 400 naming every bad field, 500 for tags that break the server
     */
    static ProjectFields read(Submission submission, boolean complete) {
        FieldReader reader = new FieldReader(submission);
        if (complete) {
            reader.require("name");
        }
        Optional<String> name = reader.requiredName("name");
        Optional<String> description = reader.text("description");
        Optional<Boolean> open = reader.truth("public");
        Optional<Boolean> editable = reader.truth("public_edit");
        Optional<JsonValue> tags = reader.value("tags");
        reader.throwIfFailed();
        return new ProjectFields(name, description, tags.map(Tags::parse), open, editable);
    }

    void writeTo(ProjectRow project, World world) {
        Supplier<UUID> publicId = () -> project.publicId() == null ? world.newUuid() : project.publicId();
        name.ifPresent(project::rename);
        description.ifPresent(project::describe);
        tags.ifPresent(project::tag);
        open.ifPresent(isOpen -> project.publish(isOpen ? publicId.get() : null));
        editable.ifPresent(project::publishForEditing);
    }
}
