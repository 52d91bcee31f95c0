package io.skyferry.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Fills a ledger of PostgreSQL with what a large institute has after years, all of it one user's. */
final class LargeLedger {
    private static final List<String> STATEMENTS = List.of(
            "insert into system_sight select '%1$s', 'ptdatax.project.WIDE-' || lpad(s::text, 4, '0'), now()"
                    + " from generate_series(0, 999) s",
            "insert into flight select 1000000 + n, 'sandbox', 'ptdatax.project.WIDE-' || lpad((n / 100)::text, 4, '0'),"
                    + " 'flight-' || lpad(n::text, 6, '0'), 'flight-' || lpad(n::text, 6, '0') || '/code/images', 10,"
                    + " 80000000 + n, md5(n::text), now() - n * interval '1 minute', now() - n * interval '1 minute',"
                    + " 'flight-' || lpad(n::text, 6, '0') from generate_series(0, 99999) n",
            "insert into flight_sight select '%1$s', 1000000 + n, now() - n * interval '1 minute', null"
                    + " from generate_series(0, 99999) n",
            "insert into flight_project (id, owner, flight_id, marker, state, webodm_project_id, webodm_task_id,"
                    + " running_progress, created_at, updated_at) select 1000000 + n, '%1$s', 1000000 + n,"
                    + " md5('m' || n), case when n %% 1000 = 0 then 'NEEDS_ATTENTION' else 'COMPLETED' end, 1000000 + n,"
                    + " md5('t' || n)::uuid::text, 1, now() - n * interval '1 minute', now()"
                    + " from generate_series(0, 99999) n where n %% 10 <> 1",
            "insert into image (id, project_id, name, delivered_name, delivered_key, size, sha256, state, attempts,"
                    + " listed_at, delivered_at) select p.id * 11 + i, p.id, 'IMG_' || i || '.JPG',"
                    + " 'IMG_' || i || '.JPG', 'img_' || i || '.jpg', 8000000, md5(p.id || '-' || i), 'DELIVERED', 1,"
                    + " now(), now() from flight_project p, generate_series(0, 10) i where p.id >= 1000000",
            "vacuum analyze");

    private LargeLedger() {}

    static void fill(Connection ledger, String owner) throws SQLException {
        try (Statement statement = ledger.createStatement()) {
            for (String text : STATEMENTS) {
                statement.execute(text.formatted(owner));
            }
        }
    }
}
