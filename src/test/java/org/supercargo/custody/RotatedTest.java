package org.supercargo.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.supercargo.carrier.Secret;
import org.supercargo.stage.KeySet;

/** Random lives of a key set: whatever is done, what is wanted opens, and only where it belongs. */
class RotatedTest {
  /** Something sealed, in whichever form, and what it holds. */
  private record Kept(Place place, Secret secret, Wrapped wrapped, byte[] token) {
    boolean isDirect() {
      return token == null;
    }
  }

  private static Place place(int row) {
    return new Place("carrier_grant", "" + row, "access", 1);
  }

  private static Place key(int row) {
    return new Place("carrier_grant", "" + row, "key", 0);
  }

  @Property(tries = 150)
  void opensWhateverItsKeysHaveBeenThrough(
      @ForAll @Size(min = 1, max = 25) List<@IntRange(min = 0, max = 5) Integer> deeds)
      throws IOException {
    Path file = Files.createTempFile("keys", ".json");
    Files.writeString(file, KeySet.make());
    Map<String, String> settings =
        Map.of(
            "supercargo.sealing.keyset-file",
            file.toString(),
            "supercargo.sealing.make-missing-keyset",
            "false");
    Sealer sealer = Custodies.sealer(settings);
    List<Kept> all = new ArrayList<>();
    try {
      for (int deed : deeds) {
        switch (deed) {
          case 0, 1 -> all.add(enveloped(sealer, all.size()));
          case 2 -> all.add(direct(sealer, all.size()));
          case 3 -> assertThat(sealer.providers.keySets.add()).isPresent();
          case 4 -> all.replaceAll(kept -> rewrapped(sealer, kept));
          default -> retire(sealer, all);
        }
        all.forEach(kept -> assertThat(opened(sealer, kept)).isEqualTo(kept.secret()));
      }
      Sealer restarted = Custodies.sealer(settings);
      all.forEach(kept -> assertThat(opened(restarted, kept)).isEqualTo(kept.secret()));
      opensNowhereElse(sealer, all);
    } finally {
      Files.delete(file);
    }
  }

  private static void opensNowhereElse(Sealer sealer, List<Kept> all) {
    for (Kept one : all) {
      Kept moved = new Kept(place(1_000), one.secret(), one.wrapped(), one.token());
      assertThatThrownBy(() -> opened(sealer, moved)).isInstanceOf(NotOpened.class);
    }
  }

  private static Kept enveloped(Sealer sealer, int row) {
    Sealer.Fresh fresh = sealer.newDataKey(key(row));
    Secret secret = Secret.of("token " + row);
    return new Kept(place(row), secret, fresh.wrapped(), fresh.key().seal(secret, place(row)));
  }

  private static Kept direct(Sealer sealer, int row) {
    Secret secret = Secret.of("token " + row);
    return new Kept(place(row), secret, sealer.seal(secret, place(row)), null);
  }

  private static Kept rewrapped(Sealer sealer, Kept kept) {
    Place place = kept.isDirect() ? kept.place() : keyOf(kept);
    Wrapped fresh = sealer.rewrap(List.of(kept.wrapped().bytes()), List.of(place)).getFirst();
    return new Kept(kept.place(), kept.secret(), fresh, kept.token());
  }

  private static void retire(Sealer sealer, List<Kept> all) {
    Set<String> unused = new HashSet<>(sealer.providers.known());
    all.forEach(kept -> unused.remove(kept.wrapped().key()));
    String newest = sealer.providers.chosen().newest();
    sealer.providers.retire(unused);
    unused.remove(newest);
    assertThat(sealer.providers.known()).contains(newest).allMatch(key -> !unused.contains(key));
  }

  private static Place keyOf(Kept kept) {
    return new Place("carrier_grant", kept.place().row(), "key", 0);
  }

  private static Secret opened(Sealer sealer, Kept kept) {
    byte[] bytes = kept.wrapped().bytes();
    return kept.isDirect()
        ? sealer.open(bytes, kept.place())
        : sealer.dataKey(bytes, keyOf(kept)).open(kept.token(), kept.place());
  }
}
