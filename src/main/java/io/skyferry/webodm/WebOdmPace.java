package io.skyferry.webodm;

import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** The limits on uploads to WebODM, shared by all work of this server. */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
public @interface WebOdmPace {}
