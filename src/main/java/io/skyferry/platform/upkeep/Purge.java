package io.skyferry.platform.upkeep;

/** Throws away one kind of thing that is over. Every bean of this type runs with each purge. Repeating does no harm. */
public interface Purge {

    /** In plural, as the purge reports it. */
    String what();

    /** @return how many were thrown away */
    int purge();
}
