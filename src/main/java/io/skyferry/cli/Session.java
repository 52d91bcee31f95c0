package io.skyferry.cli;

import io.skyferry.cli.server.ApiClient;
import io.skyferry.cli.terminal.Output;
import io.skyferry.cli.terminal.Surroundings;
import io.skyferry.cli.watch.Waiting;

/** What a command works with, once it is known where the server is and as whom to ask. */
record Session(ApiClient api, Output output, Surroundings surroundings) {

    Waiting waiting() {
        return new Waiting(api, surroundings, output);
    }
}
