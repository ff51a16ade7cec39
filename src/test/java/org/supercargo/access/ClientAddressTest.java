package org.supercargo.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.supercargo.setting.Settings;

class ClientAddressTest {
  @Test
  void believesNobodyUntilToldTo() {
    assertThat(address("").of(request("198.51.100.7", "203.0.113.9"))).isEqualTo("198.51.100.7");
  }

  @Test
  void believesATrustedProxy() {
    assertThat(address("10.0.0.1").of(request("10.0.0.1", "203.0.113.9"))).isEqualTo("203.0.113.9");
  }

  @Test
  void doesNotBelieveWhatTheClientPutBeforeIt() {
    assertThat(
            address("10.0.0.1, 10.0.0.2").of(request("10.0.0.1", "1.1.1.1, 203.0.113.9, 10.0.0.2")))
        .isEqualTo("203.0.113.9");
  }

  @Test
  void cutsWhatIsNoAddress() {
    assertThat(address("10.0.0.1").of(request("10.0.0.1", "x".repeat(5_000)))).hasSize(64);
  }

  @Test
  void takesTheProxyItselfWhenItSaysNothing() {
    assertThat(address("10.0.0.1").of(request("10.0.0.1", null))).isEqualTo("10.0.0.1");
  }

  private static ClientAddress address(String proxies) {
    Map<String, String> values = Map.of("supercargo.trusted-proxies", proxies);
    return new ClientAddress(new Settings(key -> Optional.ofNullable(values.get(key))));
  }

  /** A request that knows two things and refuses all others. */
  private static HttpServletRequest request(String remote, String forwarded) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            ClientAddressTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, asked) ->
                switch (method.getName()) {
                  case "getRemoteAddr" -> remote;
                  case "getHeader" -> forwarded;
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }
}
