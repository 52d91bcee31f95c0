package io.skyferry.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseOutageTest {
    @ParameterizedTest
    @CsvSource({
        "08001, true",
        "08006, true",
        "57P01, true",
        "57P03, true",
        "53300, true",
        "23505, false",
        "40001, false",
        "42601, false"
    })
    void goesByTheDatabasesOwnCode(String state, boolean away) {
        assertThat(DatabaseOutage.isCause(new IllegalStateException(new SQLException("x", state))))
                .isEqualTo(away);
    }

    @Test
    void knowsBrokenConnectionsWithoutACode() {
        assertThat(DatabaseOutage.isCause(new RuntimeException(new SQLTransientConnectionException("away"))))
                .isTrue();
        assertThat(DatabaseOutage.isCause(new RuntimeException(new RollbackException("commit"))))
                .isTrue();
    }

    @Test
    void takesNoMistakeOfOursForIt() {
        assertThat(DatabaseOutage.isCause(new IllegalStateException("an image can't go from A to B")))
                .isFalse();
        assertThat(DatabaseOutage.isCause(new SQLException("no code"))).isFalse();
    }
}
