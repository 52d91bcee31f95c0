package io.skyferry.transfer.testkit;

import io.skyferry.transfer.download.TapisToken;
import io.skyferry.transfer.upload.WebOdmToken;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Hands out {@code token-1}, and the next number for each rejected one. */
public final class CountedToken implements TapisToken, WebOdmToken {
    private final List<String> rejected = new CopyOnWriteArrayList<>();

    @Override
    public String current() {
        return "token-" + (rejected.size() + 1);
    }

    @Override
    public String replacing(String token) {
        rejected.add(token);
        return current();
    }

    public List<String> rejected() {
        return rejected;
    }
}
