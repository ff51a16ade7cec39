package org.supercargo.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supercargo.carrier.Secret;
import org.supercargo.stage.TransitStandIn;

/** Against a stand-in that is stricter than Vault; no real one was at hand. */
class TransitContractTest extends KeyProviderContract {
  private static final Place HERE = new Place("carrier_grant", "17", "key", 0);

  @TempDir private Path folder;
  private final TransitStandIn vault = TransitStandIn.starts();
  private final Map<String, String> settings = new HashMap<>();
  private final Transit transit = another();

  @AfterEach
  void close() {
    vault.close();
  }

  private Transit another() {
    settings.put("supercargo.sealing.provider", "transit");
    settings.put("supercargo.transit.address", vault.uri().toString());
    settings.put("supercargo.transit.token", vault.token());
    settings.put("supercargo.transit.read-timeout", "PT0.3S");
    settings.put("supercargo.transit.connect-timeout", "PT0.3S");
    return Custodies.transit(settings);
  }

  @Override
  KeyProvider provider() {
    return transit;
  }

  @Override
  KeyProvider onAnotherNode() {
    return another();
  }

  @Test
  void namesNoTokenThatVaultRefuses() {
    settings.put("supercargo.transit.token", "hvs.wrong-token");
    assertThatThrownBy(transit::newest)
        .isInstanceOf(KeysAway.class)
        .hasMessage("Vault refuses the token");
  }

  @Test
  void namesNoTokenThatNoHeaderCanHold() {
    settings.put("supercargo.transit.token", "hvs.\u00e4\n");
    assertThatThrownBy(transit::newest)
        .isInstanceOf(KeysAway.class)
        .hasMessage("what the settings name as token for Vault is none");
  }

  @Test
  void readsATokenAnewThatVaultsAgentHasReplaced() throws IOException {
    Path file = Files.writeString(folder.resolve("token"), vault.token() + "\n");
    settings.remove("supercargo.transit.token");
    settings.put("supercargo.transit.token-file", file.toString());
    assertThat(transit.newest()).isEqualTo("vault:v1");
    vault.acceptsOnly("hvs.another");
    byte[] clear = bytes("x");
    assertThatThrownBy(() -> transit.seal(clear, clear, "vault:v1")).isInstanceOf(KeysAway.class);
    Files.writeString(file, "hvs.another");
    assertThat(transit.seal(clear, clear, "vault:v1")).isNotEmpty();
  }

  @Test
  void waitsNoLongerThanItsTimeOuts() {
    assertThat(transit.newest()).isEqualTo("vault:v1");
    vault.isSlow(Duration.ofSeconds(30));
    long begun = System.nanoTime();
    byte[] clear = bytes("x");
    assertThatThrownBy(() -> transit.seal(clear, clear, "vault:v1"))
        .isInstanceOf(KeysAway.class)
        .hasMessage("Vault did not answer in time");
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
  }

  @Test
  void saysWhenVaultIsSealedOrGoneAndKeepsWhatItKnows() {
    assertThat(transit.known()).containsExactly("vault:v1");
    vault.isSealed(true);
    byte[] clear = bytes("x");
    assertThatThrownBy(() -> transit.seal(clear, clear, "vault:v1"))
        .hasMessageContaining("sealed or under maintenance");
    transit.refresh();
    vault.close();
    assertThatThrownBy(() -> transit.seal(clear, clear, "vault:v1"))
        .hasMessage("Vault can't be reached");
    transit.refresh();
    assertThat(transit.known()).containsExactly("vault:v1");
    assertThatThrownBy(another()::newest).isInstanceOf(KeysAway.class);
  }

  @Test
  void saysThatVaultHasNoSuchKey() {
    settings.put("supercargo.transit.key", "other");
    assertThatThrownBy(another()::newest).hasMessage("Vault has no such key or engine");
  }

  @Test
  void leavesToAnOperatorWhatItsPolicyForbids() {
    vault.forbids("/rotate");
    vault.forbids("/config");
    assertThat(transit.add()).isEmpty();
    vault.rotates();
    transit.refresh();
    assertThat(transit.newest()).isEqualTo("vault:v2");
    int before = vault.calls();
    transit.retire(Set.of("vault:v1"));
    transit.retire(Set.of("vault:v1"));
    assertThat(vault.calls()).as("asked once, looked once").isEqualTo(before + 2);
    assertThat(transit.known()).containsExactly("vault:v1", "vault:v2");
  }

  @Test
  void movesFromAKeySetToVaultAndBack() throws IOException {
    Path file = folder.resolve("keys.json");
    KeySetFile.makeIfMissing(file);
    settings.put("supercargo.sealing.keyset-file", file.toString());
    settings.put("supercargo.sealing.provider", "keyset");
    Sealer sealer = Custodies.sealer(settings);
    Wrapped before = sealer.seal(Secret.of("token"), HERE);
    settings.put("supercargo.sealing.provider", "transit");
    assertThat(sealer.open(before.bytes(), HERE)).isEqualTo(Secret.of("token"));
    Wrapped inVault = sealer.rewrap(List.of(before.bytes()), List.of(HERE)).getFirst();
    assertThat(inVault.key()).isEqualTo("vault:v1");
    assertThat(sealer.open(inVault.bytes(), HERE)).isEqualTo(Secret.of("token"));
    assertThat(sealer.providers.known()).contains("vault:v1", before.key());
    settings.put("supercargo.sealing.provider", "keyset");
    Wrapped back = sealer.rewrap(List.of(inVault.bytes()), List.of(HERE)).getFirst();
    assertThat(back.key()).isEqualTo(before.key());
    assertThat(sealer.open(back.bytes(), HERE)).isEqualTo(Secret.of("token"));
  }

  @Test
  void doesNotNeedTheProviderThatOpensOnly() throws IOException {
    Path file = folder.resolve("keys.json");
    KeySetFile.makeIfMissing(file);
    settings.put("supercargo.sealing.keyset-file", file.toString());
    settings.put("supercargo.sealing.provider", "keyset");
    vault.close();
    Sealer sealer = Custodies.sealer(settings);
    sealer.providers.refresh();
    assertThat(sealer.providers.known()).hasSize(1);
    assertThat(sealer.open(sealer.seal(Secret.of("t"), HERE).bytes(), HERE))
        .isEqualTo(Secret.of("t"));
  }
}
