package org.supercargo.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/**
 * Random sequences of what can happen to a grant, its carrier and three nodes: none loses a pair
 * that the carrier still honours, none tries a dead one for ever.
 */
class GrantLifeTest {
  /** What happens; most of it to one of the nodes. */
  enum Deed {
    BEGINS,
    SENDS,
    ARRIVES,
    LOSES,
    JOURNALS,
    STORES,
    STORES_AND_CRASHES,
    CRASHES,
    REPLAYS,
    LEASE_LAPSES,
    SECONDS_PASS,
    PROVEN,
    ENDS_SOON,
    ENDED,
    CALL_REFUSED,
    CALL_ACCEPTED,
    REVOKED,
    REGENERATED,
    FORGOTTEN
  }

  record Step(Deed deed, int node) {}

  @Property(tries = 3_000)
  void neverLosesAPairThatAStrictCarrierHonours(@ForAll("lives") List<Step> life) {
    World world = new World(false);
    life.forEach(step -> take(world, step));
    settles(world);
  }

  @Property(tries = 3_000)
  void neverLosesAPairThatAGracefulCarrierHonours(@ForAll("lives") List<Step> life) {
    World world = new World(true);
    life.forEach(step -> take(world, step));
    settles(world);
  }

  private static void settles(World world) {
    world.comesToRest();
    world.nothingHonouredWasThrownAway();
    int before = world.deadAnswers;
    String living = world.honoured;
    int rounds = 0;
    while (world.grant.isRefreshable() && rounds < 3) {
      rounds++;
      world.passes(World.LEASE);
      assertThat(world.begins(1)).isTrue();
      world.sends(1);
      world.arrives(1);
      world.journals(1);
      world.stores(1);
    }
    assertThat(world.deadAnswers - before).as("a dead token is tried once").isLessThanOrEqualTo(1);
    if (world.grant.isRefreshable()) {
      assertThat(living).as("who can go on has what the carrier honours").isNotNull();
      assertThat(world.held()).isEqualTo(world.honoured);
    } else if (living != null) {
      assertThat(world.grant.state()).isIn(GrantState.DELETED, GrantState.EXPIRED);
    }
  }

  private static void take(World world, Step step) {
    int node = step.node();
    GrantState before = world.grant.state();
    switch (step.deed()) {
      case BEGINS -> world.begins(node);
      case SENDS -> world.sends(node);
      case ARRIVES -> world.arrives(node);
      case LOSES -> world.loses(node);
      case JOURNALS -> world.journals(node);
      case STORES -> world.stores(node);
      case STORES_AND_CRASHES -> world.storesAndCrashes(node);
      case CRASHES -> world.crashes(node);
      case REPLAYS -> world.replays(node);
      case LEASE_LAPSES -> world.passes(World.LEASE);
      case SECONDS_PASS -> world.passes(Duration.ofSeconds(7));
      case PROVEN -> world.grant.become(GrantChange.PROVEN, null);
      case ENDS_SOON -> world.grant.become(GrantChange.ENDS_SOON, null);
      case ENDED -> world.grant.become(GrantChange.ENDED, null);
      case CALL_REFUSED -> world.grant.become(GrantChange.CALL_REFUSED, "250002");
      case CALL_ACCEPTED -> world.grant.become(GrantChange.CALL_ACCEPTED, null);
      case REVOKED -> world.revokes();
      case REGENERATED -> world.regenerates();
      case FORGOTTEN -> world.forgets();
    }
    world.nothingHonouredWasThrownAway();
    if (before == GrantState.DELETED) {
      assertThat(world.grant.state()).isEqualTo(GrantState.DELETED);
      assertThat(world.grant.holdsTokens()).isFalse();
    }
  }

  /** Mostly refreshes, some of which go wrong; a person's deeds are rare. */
  @Provide
  Arbitrary<List<Step>> lives() {
    Arbitrary<Deed> deeds =
        Arbitraries.frequencyOf(
            Tuple.of(
                30,
                Arbitraries.of(Deed.BEGINS, Deed.SENDS, Deed.ARRIVES, Deed.JOURNALS, Deed.STORES)),
            Tuple.of(
                12,
                Arbitraries.of(
                    Deed.LOSES,
                    Deed.CRASHES,
                    Deed.STORES_AND_CRASHES,
                    Deed.REPLAYS,
                    Deed.LEASE_LAPSES,
                    Deed.SECONDS_PASS)),
            Tuple.of(
                3,
                Arbitraries.of(
                    Deed.PROVEN,
                    Deed.ENDS_SOON,
                    Deed.CALL_REFUSED,
                    Deed.CALL_ACCEPTED,
                    Deed.REGENERATED)),
            Tuple.of(1, Arbitraries.of(Deed.ENDED, Deed.REVOKED, Deed.FORGOTTEN)));
    return Combinators.combine(deeds, Arbitraries.integers().between(1, 3))
        .as(Step::new)
        .list()
        .ofMinSize(5)
        .ofMaxSize(60);
  }
}
