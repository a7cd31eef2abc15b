package gongkai.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientNetworkTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "2001:db8:1:2:a:b:c:d, 2001:db8:1:2:0:0:0:0/64",
        "2001:db8:1:2::99, 2001:db8:1:2:0:0:0:0/64",
        "2001:db8:1:3::99, 2001:db8:1:3:0:0:0:0/64",
        "0:0:0:0:0:0:0:1, 0:0:0:0:0:0:0:0/64",
        "::ffff:192.0.2.7, 192.0.2.7",
        "fe80::1%7, fe80:0:0:0:0:0:0:0/64",
        "unknown, unknown",
        "not:an:address, not:an:address",
    })
    void oneConnectionIsOneNetwork(String address, String network) {
        assertThat(ClientNetwork.of(address)).isEqualTo(network);
    }
}
