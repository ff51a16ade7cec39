package org.supercargo.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import org.supercargo.setting.Keys;
import org.supercargo.setting.Settings;

/**
 * Where a request comes from. {@code X-Forwarded-For} can be written by anybody, so it counts only
 * as far as the proxies named in {@code supercargo.trusted-proxies} wrote it: read from the right,
 * the first address that is no trusted proxy is the client.
 */
@ApplicationScoped
public class ClientAddress {
  private static final int LONGEST = 64;

  private List<String> proxies = List.of();

  /** For CDI's client proxy only. */
  protected ClientAddress() {}

  @Inject
  ClientAddress(Settings settings) {
    proxies = settings.get(Keys.TRUSTED_PROXIES).map(ClientAddress::parts).orElse(List.of());
  }

  public String of(HttpServletRequest request) {
    String address = request.getRemoteAddr();
    String forwarded = request.getHeader("X-Forwarded-For");
    if (forwarded == null) {
      return address;
    }
    for (String hop : parts(forwarded).reversed()) {
      if (!proxies.contains(address)) {
        break;
      }
      address = hop;
    }
    return address.substring(0, Math.min(address.length(), LONGEST));
  }

  private static List<String> parts(String list) {
    return Arrays.stream(list.split(",")).map(String::strip).filter(p -> !p.isEmpty()).toList();
  }
}
