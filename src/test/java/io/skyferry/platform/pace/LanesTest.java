package io.skyferry.platform.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LanesTest {
    private final Lanes lanes = new Lanes();

    @Test
    void servesLanesInTurnAndEachInOrder() {
        for (int i = 1; i <= 4; i++) {
            lanes.add("huge", "huge" + i);
        }
        lanes.add("small", "small1");
        lanes.add("small", "small2");

        List<Object> order = new ArrayList<>();
        while (lanes.size() > 0) {
            String ticket = (String) lanes.peek();
            lanes.served(ticket.substring(0, ticket.length() - 1), ticket);
            order.add(ticket);
        }

        assertThat(order).containsExactly("huge1", "small1", "huge2", "small2", "huge3", "huge4");
    }

    @Test
    void forgetsWhoLeft() {
        lanes.add("a", "a1");
        lanes.add("b", "b1");

        lanes.remove("a", "a1");
        lanes.remove("a", "never");

        assertThat(lanes.peek()).isEqualTo("b1");
        assertThat(lanes.size()).isEqualTo(1);
        lanes.remove("b", "b1");
        assertThat(lanes.peek()).isNull();
    }
}
