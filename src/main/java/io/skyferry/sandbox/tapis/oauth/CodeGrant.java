package io.skyferry.sandbox.tapis.oauth;

/** What an authorization code stands for. */
record CodeGrant(String username, String clientId, String redirectUri) {}
