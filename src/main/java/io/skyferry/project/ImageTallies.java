package io.skyferry.project;

import java.util.Collection;
import java.util.Map;

/** Counts images by project. Implemented by {@code transfer}, which keeps them. */
public interface ImageTallies {
    /** One query for all; a project without images is missing in the answer. */
    Map<Long, ImageTally> of(Collection<Long> projects);
}
