package io.skyferry.platform.rest;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyferry.platform.failure.ErrorCode;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {
    private static final URI WEBODM = URI.create("http://webodm.example:8000");

    private final AtomicReference<String> leadsTo = new AtomicReference<>();
    private final AddressGuard guard = new AddressGuard(ErrorCode.WEBODM_UNEXPECTED_ANSWER, host ->
            new InetAddress[] {InetAddress.getByName("10.0.0.1"), InetAddress.getByName(leadsTo.get())});

    @ParameterizedTest
    @ValueSource(
            strings = {"169.254.169.254", "0.0.0.0", "fe80::1", "::ffff:169.254.169.254", "fd00:ec2::254", "224.0.0.1"})
    void refusesANameThatLeadsToALinkLocalAddressByNow(String address) {
        leadsTo.set("127.0.0.1");
        assertThatCode(() -> guard.check(WEBODM)).doesNotThrowAnyException();

        leadsTo.set(address);

        assertThatThrownBy(() -> guard.check(WEBODM))
                .hasMessageContaining("WEBODM_UNEXPECTED_ANSWER")
                .hasMessageContaining("webodm.example leads to a link-local address");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1", "192.168.1.7", "10.1.2.3", "203.0.113.9", "2001:db8::1"})
    void leavesTheOperatorsServersAlone(String address) {
        leadsTo.set(address);
        assertThatCode(() -> guard.check(WEBODM)).doesNotThrowAnyException();
    }

    @Test
    void leavesANameThatLeadsNowhereToTheRequest() {
        AddressGuard lost = new AddressGuard(ErrorCode.WEBODM_UNEXPECTED_ANSWER, host -> {
            throw new UnknownHostException(host);
        });
        assertThatCode(() -> lost.check(WEBODM)).doesNotThrowAnyException();
    }
}
