package io.skyferry.tapis;

import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** The limits on requests to Tapis, shared by listings and downloads of all work of this server. */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
public @interface TapisPace {}
