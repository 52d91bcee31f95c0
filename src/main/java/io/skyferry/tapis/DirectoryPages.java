package io.skyferry.tapis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/** Reads a directory page by page, each beginning with the last entry of the one before. */
final class DirectoryPages {
    private DirectoryPages() {}

    /**
     * @param pages gives up to {@link Tapis#PAGE} entries from an offset
     * @param onlyAtRest whether to give up when a page does not go on where the one before ended
     * @return empty when it was given up
     */
    static Optional<List<TapisFile>> read(LongFunction<List<TapisFile>> pages, boolean onlyAtRest) {
        List<TapisFile> page = pages.apply(0);
        List<TapisFile> all = new ArrayList<>(page);
        while (page.size() == Tapis.PAGE) {
            page = pages.apply(all.size() - 1L);
            boolean goesOn = !page.isEmpty()
                    && page.get(0).name().equals(all.get(all.size() - 1).name());
            if (onlyAtRest && !goesOn) {
                return Optional.empty();
            }
            all.addAll(page.subList(goesOn ? 1 : 0, page.size()));
        }
        return Optional.of(all);
    }
}
