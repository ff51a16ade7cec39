package org.supercargo.token.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.supercargo.carrier.CarrierMessage;

class LineTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Duration CALL = Duration.ofSeconds(20);
  private static final Budget TEN = new Budget(10, 0);
  private static final Optional<Instant> UNSAID = Optional.empty();

  private final Line line = new Line("UPS");
  private Instant now = NOON;
  private boolean probe;

  @Test
  void letsASecondsBudgetThroughAtOnceAndTheRestEvenly() {
    List<Duration> waits = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      waits.add(Duration.between(now, go().at()));
    }
    assertThat(waits.subList(0, 10)).containsOnly(Duration.ZERO);
    assertThat(waits.get(19)).isBetween(Duration.ofMillis(800), Duration.ofMillis(1000));
    assertThat(waits.get(29)).isBetween(Duration.ofMillis(1800), Duration.ofMillis(2000));
  }

  @Test
  void sendsAwayWhoWouldWaitLongerThanTenSeconds() {
    int through = 0;
    while (ask() instanceof Permit.Go) {
      through++;
    }
    assertThat(through).isBetween(108, 112);
    assertThat(closed().until()).isAfter(now.plusSeconds(9));
  }

  @Property(tries = 200)
  void letsASecondsBudgetThroughInASecondAndOnceMoreAfterAPause(
      @ForAll @IntRange(min = 1, max = 50) int perSecond,
      @ForAll List<@IntRange(min = 0, max = 3_000) Integer> pauses) {
    Line any = new Line("UPS");
    Instant at = NOON;
    List<Instant> calls = new ArrayList<>();
    for (int pause : pauses) {
      at = at.plusMillis(pause);
      if (any.ask(at, new Budget(perSecond, 0), false, CALL) instanceof Permit.Go go) {
        calls.add(go.at());
      }
    }
    for (Instant from : calls) {
      long within =
          calls.stream()
              .filter(it -> !it.isBefore(from) && it.isBefore(from.plusSeconds(1)))
              .count();
      assertThat(within).as("slack and a second's worth").isLessThanOrEqualTo(2L * perSecond + 1);
    }
    assertThat(calls.size())
        .isLessThanOrEqualTo(
            (int) (Duration.between(NOON, at.plusSeconds(12)).toSeconds() * perSecond) + perSecond);
  }

  @Test
  void keepsADaysBudgetAndLeavesAFifthToThoseWhoWait() {
    Budget hundred = new Budget(1_000, 100);
    for (int i = 0; i < 80; i++) {
      assertThat(line.ask(now, hundred, true, CALL)).isInstanceOf(Permit.Go.class);
    }
    assertThat(line.ask(now, hundred, true, CALL))
        .isInstanceOfSatisfying(
            Permit.Closed.class,
            closed -> assertThat(closed.until()).isEqualTo("2026-11-24T00:00:00Z"));
    for (int i = 0; i < 20; i++) {
      assertThat(line.ask(now, hundred, false, CALL)).isInstanceOf(Permit.Go.class);
    }
    assertThat(line.ask(now, hundred, false, CALL)).isInstanceOf(Permit.Closed.class);
    now = Instant.parse("2026-11-24T00:00:00Z");
    assertThat(line.ask(now, hundred, true, CALL)).isInstanceOf(Permit.Go.class);
  }

  @Test
  void letsOneQuestionThroughAtATimeAfterThreeFailures() {
    opens();
    assertThat(ask()).as("while it pauses").isInstanceOf(Permit.Closed.class);
    now = closed().until();
    assertThat(go().troubled()).isTrue();
    for (int i = 0; i < 10_000; i++) {
      assertThat(ask()).as("while the probe is out").isInstanceOf(Permit.Closed.class);
    }
    now = now.plus(CALL);
    assertThat(ask()).as("the probe never came back").isInstanceOf(Permit.Go.class);
  }

  @Test
  void isOpenForAllAgainAfterOneSuccessButEvenly() {
    opens();
    now = closed().until();
    go();
    line.succeeded(now);
    List<Instant> slots = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      slots.add(go().at());
    }
    assertThat(slots.get(19)).as("a ramp, no burst").isAfter(now.plusMillis(900));
  }

  @Test
  void pausesLongerAndLongerUpToAMinute() {
    List<Long> pauses = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      line.failed(now, UNSAID, probe, 1.0);
      Instant failed = now;
      now = goes();
      pauses.add(Duration.between(failed, now).toMillis());
    }
    assertThat(pauses.subList(0, 4)).containsExactly(500L, 1_000L, 2_000L, 4_000L);
    assertThat(pauses.getLast()).isEqualTo(60_000);
  }

  @Test
  void countsFailuresThatComeTogetherOnce() {
    for (int i = 0; i < 32; i++) {
      line.failed(now, UNSAID, probe, 1.0);
    }
    assertThat(goes()).isEqualTo(now.plusMillis(500));
  }

  @Test
  void obeysRetryAfter() {
    line.failed(now, Optional.of(now.plusSeconds(90)), false, 1.0);
    assertThat(closed().until()).isEqualTo(now.plusSeconds(90));
    assertThat(line.alarm()).isEmpty();
    now = now.plusSeconds(90);
    assertThat(ask()).isInstanceOf(Permit.Go.class);
  }

  @Test
  void givesADaysShareBackThatWasNotUsed() {
    Budget two = new Budget(1_000, 2);
    Permit.Go unused = (Permit.Go) line.ask(now, two, false, CALL);
    assertThat(line.ask(now, two, false, CALL)).isInstanceOf(Permit.Go.class);
    line.unused(now, unused, CALL);
    assertThat(line.ask(now, two, false, CALL)).isInstanceOf(Permit.Go.class);
    assertThat(line.ask(now, two, false, CALL)).isInstanceOf(Permit.Closed.class);

    now = Instant.parse("2026-11-24T00:00:00Z");
    line.unused(now, unused, CALL);
    assertThat(line.ask(now, two, false, CALL)).isInstanceOf(Permit.Go.class);
    assertThat(line.ask(now, two, false, CALL)).isInstanceOf(Permit.Go.class);
    assertThat(line.ask(now, two, false, CALL)).as("no more").isInstanceOf(Permit.Closed.class);
  }

  @Test
  void letsAnotherProbeThroughASecondAfterOneThatWasNotUsed() {
    opens();
    now = closed().until();
    line.unused(now, go(), CALL);
    assertThat(closed().until()).isEqualTo(now.plusSeconds(1));
    now = now.plusSeconds(1);
    assertThat(go().probe()).isTrue();
  }

  @Test
  void obeysRetryAfterAlsoWhereAProbeWasNotUsed() {
    opens();
    now = closed().until();
    Permit.Go unused = go();
    line.failed(now, Optional.of(now.plusSeconds(90)), false, 1.0);
    line.unused(now, unused, CALL);
    assertThat(closed().until()).isEqualTo(now.plusSeconds(90));
  }

  @Test
  void raisesOneAlarmWhenTheApplicationIsRefused() {
    CarrierMessage said = new CarrierMessage("10401", "ClientId is Invalid");
    assertThat(line.refused(now, said)).isTrue();
    assertThat(line.refused(now, said)).isFalse();
    assertThat(line.alarm()).contains(new Alarm("UPS", NOON, "ClientId is Invalid"));
    assertThat(closed().why().text()).isEqualTo("ClientId is Invalid");
    now = now.plusSeconds(60);
    assertThat(go().troubled()).isTrue();
    assertThat(line.succeeded(now)).as("that is news").isTrue();
    assertThat(line.alarm()).isEmpty();
    assertThat(line.succeeded(now)).isFalse();
  }

  /** Fails as often as it takes, each time as soon as it may be asked again. */
  private void opens() {
    for (int i = 0; i < 3; i++) {
      now = goes();
      line.failed(now, UNSAID, probe, 1.0);
    }
  }

  /** The moment at which a question gets through. */
  private Instant goes() {
    Permit permit = ask();
    if (permit instanceof Permit.Closed closed) {
      now = closed.until();
      permit = ask();
    }
    probe = ((Permit.Go) permit).probe();
    return ((Permit.Go) permit).at();
  }

  private Permit ask() {
    return line.ask(now, TEN, false, CALL);
  }

  private Permit.Go go() {
    return (Permit.Go) ask();
  }

  private Permit.Closed closed() {
    return (Permit.Closed) ask();
  }
}
