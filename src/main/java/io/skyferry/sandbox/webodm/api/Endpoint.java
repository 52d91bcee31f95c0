package io.skyferry.sandbox.webodm.api;

import io.skyferry.sandbox.http.Answer;
import java.io.IOException;

/** Serves one method of one path. May throw a {@link io.skyferry.sandbox.webodm.world.Refusal}. */
@FunctionalInterface
interface Endpoint {
    Answer serve(Call call) throws IOException;
}
