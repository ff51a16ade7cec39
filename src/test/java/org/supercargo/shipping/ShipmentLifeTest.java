package org.supercargo.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.Booking;
import org.supercargo.carrier.CarrierMessage;

/**
 * Random lives of one wish for a shipment: its node may lose the answer, die, stand still and send
 * late; the carrier may make two, and know of them late. In the end nothing is paid twice, nothing
 * that was told not to exist is paid, and nothing is unknown.
 */
class ShipmentLifeTest {
  private static final Duration GRACE = Duration.ofMinutes(15);
  private static final CarrierMessage SAID = new CarrierMessage("", "said");

  /** What happens. */
  enum Deed {
    SENDS,
    ARRIVES,
    LOSES,
    DIES,
    MADE_TWICE,
    REFUSED,
    NEVER_SENT,
    LOOKS,
    LOOKS_IN_VAIN,
    SECONDS_PASS,
    MINUTES_PASS
  }

  private static final class World {
    private final Duration delay;
    private Instant now = Instant.parse("2026-11-28T12:00:00Z");
    private final Shipment row =
        new Shipment(
            new Consignor(1, "UPS", "A1B2C3", true, Goods.SHIPPER),
            Goods.parcel(),
            "SC1",
            "rosa",
            now,
            now.plusSeconds(120));

    /** At the carrier: the numbers in force, and since when. */
    private final Map<String, Instant> live = new HashMap<>();

    private final List<Booking> onTheWire = new ArrayList<>();
    private int made;
    private boolean sent;
    private boolean nodeLives = true;

    World(Duration delay) {
      this.delay = delay;
    }

    /** What people were told for good. */
    private @Nullable ShipmentState told;

    void take(Deed deed) {
      happens(deed);
      if (told != null) {
        assertThat(row.state()).as("a verdict stands").isEqualTo(told);
      } else if (row.state() == ShipmentState.NOT_CREATED
          || row.state() == ShipmentState.REJECTED) {
        told = row.state();
      }
    }

    private void happens(Deed deed) {
      switch (deed) {
        case SENDS -> sends();
        case ARRIVES -> {
          if (nodeLives) {
            List.copyOf(onTheWire).forEach(this::booked);
            onTheWire.clear();
          }
        }
        case LOSES -> {
          if (nodeLives && sent) {
            row.answerLost(SAID, now);
            onTheWire.clear();
          }
        }
        case DIES -> {
          nodeLives = false;
          onTheWire.clear();
        }
        case MADE_TWICE -> {
          if (sent && made > 0 && made < 3) {
            make();
          }
        }
        case REFUSED -> {
          if (nodeLives && !sent) {
            sent = true;
            row.rejected(SAID, now);
          }
        }
        case NEVER_SENT -> {
          if (nodeLives && !sent) {
            sent = true;
            row.notSent(SAID, now);
          }
        }
        case LOOKS -> looks(true);
        case LOOKS_IN_VAIN -> looks(false);
        case SECONDS_PASS -> now = now.plusSeconds(20);
        case MINUTES_PASS -> now = now.plus(Duration.ofMinutes(4));
      }
    }

    private void sends() {
      if (nodeLives && !sent) {
        sent = true;
        onTheWire.add(make());
      }
    }

    private Booking make() {
      String number = "1Z" + ++made;
      live.put(number, now);
      return booking(number);
    }

    private static Booking booking(String number) {
      return new Booking(
          number,
          List.of(new Booking.Labelled(number, null, List.of())),
          null,
          null,
          null,
          List.of(),
          null,
          List.of(),
          "");
    }

    private void booked(Booking booking) {
      if (row.booked(booking, Duration.ofDays(28), now) == Shipment.Fit.ORPHAN) {
        live.remove(booking.shipmentNumber());
      }
    }

    private void looks(boolean answered) {
      if (!row.isDueAt(now)) {
        return;
      }
      row.answerLost(SAID, now);
      row.claim(now.plusSeconds(150));
      if (!answered) {
        row.postpone(now);
        return;
      }
      List<String> known =
          live.entrySet().stream()
              .filter(it -> !it.getValue().plus(delay).isAfter(now))
              .map(Map.Entry::getKey)
              .sorted()
              .toList();
      if (known.isEmpty()) {
        row.notFound(now, now, GRACE);
      } else {
        known.forEach(number -> booked(booking(number)));
        row.rest(now);
      }
    }

    void comesToRest() {
      take(Deed.ARRIVES);
      take(Deed.DIES);
      for (int i = 0; i < 3_000; i++) {
        now = now.plusSeconds(60);
        take(Deed.LOOKS);
      }
    }
  }

  @Property(tries = 3_000)
  void endsWithWhatIsPaidForAndNothingElse(
      @ForAll @Size(max = 30) List<Deed> life, @ForAll @IntRange(max = 9) int minutes) {
    World world = new World(Duration.ofMinutes(minutes));
    life.forEach(world::take);
    world.comesToRest();
    // An answer that came tells of one shipment; only where one was lost another is looked for.
    boolean twice = life.contains(Deed.MADE_TWICE) && !world.row.isDoubted();
    ShipmentState end = world.row.state();
    assertThat(end.isOpen()).as(end.name()).isFalse();
    if (end == ShipmentState.CREATED) {
      assertThat(world.live).containsKey(world.row.number().orElseThrow());
      if (!twice) {
        assertThat(world.live).hasSize(1);
      }
    } else if (!twice) {
      assertThat(world.live).isEmpty();
    }
  }
}
