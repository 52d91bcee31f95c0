package io.skyferry.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OwnerTest {

    @ParameterizedTest
    @CsvSource({"ada@portals, ada, portals", "ada@tacc.example@portals, ada@tacc.example, portals"})
    void readsWhatItWrites(String text, String name, String tenant) {
        Owner owner = Owner.parse(text);

        assertThat(owner).isEqualTo(new Owner(name, tenant)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ada", "@portals", "ada@", "@", " @portals"})
    void refusesHalves(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Owner.parse(text));
    }

    @Test
    void refusesAnOwnerWithoutNameOrTenant() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Owner(null, "portals"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Owner("ada", " "));
    }

    @Test
    void letsAnAdministratorDoWhatAnOperatorMay() {
        Owner ada = new Owner("ada", "portals");
        Caller user = new Caller(ada, Set.of(Role.USER), Optional.empty());
        Caller operator = new Caller(ada, Set.of(Role.OPERATOR), Optional.empty());
        Caller administrator = new Caller(ada, Set.of(Role.ADMINISTRATOR), Optional.empty());

        assertThat(user.isOperator()).isFalse();
        assertThat(operator.isOperator()).isTrue();
        assertThat(operator.isAdministrator()).isFalse();
        assertThat(administrator.isOperator()).isTrue();
        assertThat(administrator.isAdministrator()).isTrue();
    }
}
