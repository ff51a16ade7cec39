package org.supercargo.simulator.state;

import java.util.List;

/** An application registered at the simulated developer portal. */
public record Client(
    String clientId,
    String secret,
    List<String> redirectUris,
    List<String> products,
    boolean blocked,
    String appName,
    String displayName) {

  public static Client demo(List<String> redirectUris) {
    return new Client(
        "supercargo-demo",
        "supercargo-demo-secret",
        redirectUris,
        List.of("Rating", "Shipping", "Tracking"),
        false,
        "supercargo",
        "Supercargo");
  }

  /** Exactly as registered: UPS tells even a leading www. apart. */
  public boolean registers(String redirectUri) {
    return redirectUris.contains(redirectUri);
  }
}
