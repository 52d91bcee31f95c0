package io.skyferry.cli.progress;

import java.time.Instant;
import java.util.List;

/** Shows lines of progress again and again. */
interface View {
    /** @param last whether nothing follows */
    void show(List<ProgressLine> lines, Instant now, boolean last);
}
