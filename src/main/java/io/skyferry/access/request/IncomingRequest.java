package io.skyferry.access.request;

import java.util.List;

/** What a proof may look at. */
interface IncomingRequest {

    /** Every value of a header, in order; empty when it is absent. */
    List<String> headers(String name);

    /** The address at the other end of the connection, as digits. */
    String remoteAddress();
}
