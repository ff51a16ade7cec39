package org.supercargo.shipping;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.supercargo.carrier.Party;
import org.supercargo.shipping.label.Packed;

/** Where people shipped to lately, each his own. */
@ApplicationScoped
@Transactional
class AddressBook {
  @PersistenceContext EntityManager database;
  @Inject Clock clock;

  void note(String owner, Party to) {
    String party = Json.of(to);
    String fingerprint = Packed.checksum(party.getBytes(StandardCharsets.UTF_8));
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    int known =
        database
            .createNativeQuery(
                "update recent_address set used_at = ? where owner = ? and fingerprint = ?")
            .setParameter(1, now)
            .setParameter(2, owner)
            .setParameter(3, fingerprint)
            .executeUpdate();
    if (known == 0) {
      database
          .createNativeQuery(
              "insert into recent_address (owner, fingerprint, party, used_at)"
                  + " values (?, ?, ?, ?) on conflict do nothing")
          .setParameter(1, owner)
          .setParameter(2, fingerprint)
          .setParameter(3, party)
          .setParameter(4, now)
          .executeUpdate();
    }
  }

  /** The latest first. */
  List<Party> latest(String owner, int most) {
    List<?> rows =
        database
            .createNativeQuery(
                "select party from recent_address where owner = ? order by used_at desc")
            .setParameter(1, owner)
            .setMaxResults(most)
            .getResultList();
    return rows.stream().map(row -> Json.read((String) row, Party.class)).toList();
  }

  /** Takes those away that nobody shipped to since; answers how many. */
  int sweep(Instant before) {
    return database
        .createNativeQuery("delete from recent_address where used_at < ?")
        .setParameter(1, before.atOffset(ZoneOffset.UTC))
        .executeUpdate();
  }
}
