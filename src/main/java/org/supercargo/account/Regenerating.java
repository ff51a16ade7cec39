package org.supercargo.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.supercargo.carrier.CarrierMessage;
import org.supercargo.carrier.Proof;

/**
 * Proves the new tokens for every number that the grant holds, and only then has the pairs swapped.
 * The old pair stays in force on any other way out.
 */
@ApplicationScoped
class Regenerating {
  @Inject Connecting connecting;
  @Inject Renewal renewal;
  @Inject Attempts attempts;
  @Inject Insistence insist;

  Arrival all(Errand errand) {
    Map<Long, Proof.Proven> proven = new HashMap<>();
    Optional<Arrival> end;
    do {
      List<Renewal.Candidate> candidates = renewal.candidates(errand.account());
      if (candidates.isEmpty()) {
        return connecting.existing(errand);
      }
      end = prove(errand, unproven(candidates, proven), proven);
      // Another number may have joined the grant meanwhile; then there is no end yet.
      end = end.or(() -> insist.on(() -> renewal.swap(errand, proven)));
    } while (end.isEmpty());
    return end.get();
  }

  private static List<Renewal.Candidate> unproven(
      List<Renewal.Candidate> candidates, Map<Long, Proof.Proven> proven) {
    return candidates.stream().filter(one -> !proven.containsKey(one.id())).toList();
  }

  /** Fills {@code proven}; empty when nothing speaks against the swap. */
  private Optional<Arrival> prove(
      Errand errand, List<Renewal.Candidate> candidates, Map<Long, Proof.Proven> proven) {
    List<String> wrong = new ArrayList<>();
    CarrierMessage words = Journey.NOTHING;
    for (Renewal.Candidate candidate : candidates) {
      Optional<Proof> said = connecting.prove(errand, candidate.claim());
      if (said.isEmpty()) {
        return Optional.of(connecting.late(errand));
      }
      Proof proof = said.get();
      if (proof instanceof Proof.Proven good) {
        proven.put(candidate.id(), good);
      } else if (candidate.needed() && proof instanceof Proof.NotHeld notHeld) {
        wrong.add(candidate.claim().number());
        words = notHeld.said();
      } else if (candidate.needed() && wrong.isEmpty()) {
        return Optional.of(connecting.answer(errand, proof));
      }
    }
    return wrong.isEmpty()
        ? Optional.empty()
        : Optional.of(connecting.wrongUser(errand, wrong, words));
  }
}
