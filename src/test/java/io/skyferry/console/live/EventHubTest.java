package io.skyferry.console.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.skyferry.access.kit.MovingClock;
import io.skyferry.platform.change.ChangeKind;
import io.skyferry.platform.change.ChangeNote;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.identity.Owner;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventHubTest {
    private static final Owner ADA = new Owner("ada", "sandbox");
    private static final Owner GRACE = new Owner("grace", "sandbox");
    private static final StreamPass ENDLESS = new StreamPass(Optional.empty(), Optional.empty());

    private final MovingClock clock = new MovingClock();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<String> sessions = ConcurrentHashMap.newKeySet();
    private final WrittenFeed feed = new WrittenFeed();
    private final EventHub hub = new EventHub(feed, sessions::contains, clock, threads);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    private static Audience all(Owner owner) {
        return new Audience(Optional.of(owner), Optional.empty());
    }

    private CollectingClient open(Owner owner, Long after) {
        CollectingClient client = new CollectingClient();
        hub.open(owner, all(owner), ENDLESS, after == null ? OptionalLong.empty() : OptionalLong.of(after), client);
        return client;
    }

    private void happensTo(Owner owner, int times) {
        for (int time = 0; time < times; time++) {
            feed.add(ChangeNote.of(ChangeKind.PROJECT_CHANGED, owner).ofProject(1));
        }
    }

    private static List<Long> ids(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }

    private void awaitIds(CollectingClient client, List<Long> wanted) {
        await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(2)).untilAsserted(() -> {
            hub.poll();
            assertThat(client.changeIds()).isEqualTo(wanted);
        });
    }

    @Test
    void tellsWhatHappensFromNowOn() {
        happensTo(ADA, 3);

        CollectingClient client = open(ADA, null);
        await().until(() -> client.names().equals(List.of("ready")));
        happensTo(ADA, 2);

        awaitIds(client, ids(4, 5));
        assertThat(client.events().get(0)).isEqualTo(StreamEvent.ready(3));
    }

    @Test
    void goesOnAfterTheLastEventWithoutLossOrDouble() {
        happensTo(ADA, 1000);

        CollectingClient client = open(ADA, 10L);

        awaitIds(client, ids(11, 1000));
        happensTo(ADA, 30);
        awaitIds(client, ids(11, 1030));
    }

    @Test
    void losesNothingWhileItCatchesUpAndMoreHappens() {
        open(GRACE, null);
        happensTo(ADA, 700);
        List<CollectingClient> clients =
                LongStream.range(0, 8).mapToObj(after -> open(ADA, after)).toList();
        for (int i = 0; i < 100; i++) {
            happensTo(ADA, 3);
            hub.poll();
        }

        for (int after = 0; after < clients.size(); after++) {
            awaitIds(clients.get(after), ids(after + 1L, 1000));
        }
    }

    @Test
    void tellsEachHisOwn() {
        CollectingClient ada = open(ADA, null);
        CollectingClient grace = open(GRACE, null);
        feed.add(ChangeNote.of(ChangeKind.SYNC_STARTED, ADA));
        feed.add(ChangeNote.of(ChangeKind.SYNC_STARTED, GRACE));
        feed.add(ChangeNote.forOperators(ChangeKind.JOB_CHANGED));
        feed.add(ChangeNote.of(ChangeKind.SYNC_ENDED, ADA));

        awaitIds(ada, List.of(1L, 4L));
        awaitIds(grace, List.of(2L));
    }

    @Test
    void tellsOperatorsEverythingAndOthersOneProjectIfTheyWish() {
        CollectingClient operator = new CollectingClient();
        hub.open(GRACE, new Audience(Optional.empty(), Optional.empty()), ENDLESS, OptionalLong.of(0), operator);
        CollectingClient one = new CollectingClient();
        hub.open(ADA, new Audience(Optional.of(ADA), Optional.of(Set.of(7L))), ENDLESS, OptionalLong.of(0), one);
        feed.add(ChangeNote.of(ChangeKind.SYNC_STARTED, ADA).ofProject(7));
        feed.add(ChangeNote.of(ChangeKind.SYNC_STARTED, ADA).ofProject(8));
        feed.add(ChangeNote.of(ChangeKind.SIGN_IN_NEEDED, ADA));
        feed.add(ChangeNote.forOperators(ChangeKind.JOB_CHANGED));

        awaitIds(operator, ids(1, 4));
        awaitIds(one, ids(1, 1));
    }

    @Test
    void saysWhenWhatWasAskedForIsForgotten() {
        happensTo(ADA, 5);
        feed.forget(3);

        CollectingClient late = open(ADA, 2L);
        CollectingClient fromElsewhere = open(ADA, 99L);
        CollectingClient inTime = open(ADA, 3L);

        await().until(() ->
                late.names().contains("reset") && fromElsewhere.names().contains("reset"));
        awaitIds(inTime, ids(4, 5));
        happensTo(ADA, 1);
        awaitIds(late, ids(6, 6));
        assertThat(late.events().get(0)).isEqualTo(StreamEvent.reset(5));
        awaitIds(fromElsewhere, ids(6, 6));
    }

    @Test
    void goesLiveAlthoughAllThatItWouldReadIsGone() {
        open(GRACE, null);
        happensTo(GRACE, 9);
        hub.poll();
        feed.drop(1, 9);

        CollectingClient client = open(ADA, 0L);
        await().until(() -> client.names().contains("ready"));
        happensTo(ADA, 1);

        awaitIds(client, ids(10, 10));
    }

    @Test
    void cutsOffWhoIsTooSlowAndNobodyElse() {
        CollectingClient slow = open(ADA, null);
        CollectingClient quick = open(ADA, null);
        await().until(() -> slow.names().contains("ready") && quick.names().contains("ready"));
        slow.block();
        int events = EventStream.MOST_WAITING + 10;
        for (int i = 0; i < events; i++) {
            happensTo(ADA, 1);
            awaitIds(quick, ids(1, i + 1L));
        }

        await().until(() -> hub.count() == 1);
        slow.unblock();
        await().until(slow::isClosed);
        CollectingClient again = open(ADA, slow.changeIds().isEmpty() ? 0L : slow.lastId());
        awaitIds(again, ids(slow.lastId() + 1, events));
    }

    @Test
    void forgetsWhoIsGone() {
        CollectingClient client = open(ADA, null);
        await().until(() -> client.names().contains("ready"));
        client.leave();

        hub.beat();

        await().until(() -> hub.count() == 0);
    }

    @Test
    void showsThatItIsAlive() {
        CollectingClient client = open(ADA, null);

        hub.beat();

        await().until(() -> client.events().contains(StreamEvent.HEART_BEAT));
    }

    @Test
    void endsWithTheSessionOrTheToken() {
        sessions.add("s");
        CollectingClient bySession = new CollectingClient();
        hub.open(ADA, all(ADA), new StreamPass(Optional.empty(), Optional.of("s")), OptionalLong.empty(), bySession);
        CollectingClient byToken = new CollectingClient();
        StreamPass token = new StreamPass(Optional.of(clock.instant().plusSeconds(60)), Optional.empty());
        hub.open(ADA, all(ADA), token, OptionalLong.empty(), byToken);
        clock.advance(Duration.ofSeconds(59));
        hub.checkPasses();
        assertThat(hub.count()).isEqualTo(2);

        sessions.clear();
        hub.checkPasses();
        await().until(bySession::isClosed);
        assertThat(bySession.names()).endsWith("end");
        clock.advance(Duration.ofSeconds(1));
        hub.checkPasses();
        await().until(byToken::isClosed);
    }

    @Test
    void opensOnlySoManyForOneOwner() {
        for (int i = 0; i < EventHub.MOST_OF_ONE_OWNER; i++) {
            open(ADA, null);
        }

        assertThatThrownBy(() -> open(ADA, null))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.TOO_MANY_ATTEMPTS));
        open(GRACE, null);
    }

    @Test
    void endsAllWhenTheServerStops() {
        CollectingClient client = open(ADA, null);

        hub.close();

        await().until(client::isClosed);
        assertThat(client.names()).endsWith("end");
    }
}
