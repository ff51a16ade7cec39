package org.supercargo.custody;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.supercargo.timer.Node;

/**
 * Which nodes have which master keys, as each of them says every few seconds; by the database's
 * clock. One that says nothing for half a minute does not live.
 */
@ApplicationScoped
class Holders {
  private static final String LIVING =
      " from key_holder where seen_at > current_timestamp - interval '30' second";

  @PersistenceContext EntityManager database;
  @Inject Node node;

  /** A node and the keys that it has. */
  record Holder(String node, Set<String> keys) {}

  @Transactional
  void report(Set<String> keys, long oldEntries) {
    String ids = String.join(",", keys);
    int known =
        database
            .createNativeQuery(
                "update key_holder set key_ids = ?, old_entries = ?, seen_at = current_timestamp"
                    + " where node = ?")
            .setParameter(1, ids)
            .setParameter(2, oldEntries)
            .setParameter(3, node.name())
            .executeUpdate();
    if (known == 0) {
      database
          .createNativeQuery(
              "insert into key_holder (node, key_ids, old_entries, seen_at)"
                  + " values (?, ?, ?, current_timestamp) on conflict do nothing")
          .setParameter(1, node.name())
          .setParameter(2, ids)
          .setParameter(3, oldEntries)
          .executeUpdate();
      forget();
    }
  }

  /** Those that live, by name. */
  @Transactional
  List<Holder> living() {
    List<?> found =
        database
            .createNativeQuery("select node, key_ids" + LIVING + " order by node")
            .getResultList();
    return found.stream()
        .map(row -> (Object[]) row)
        .map(row -> new Holder((String) row[0], Set.of(((String) row[1]).split(","))))
        .toList();
  }

  boolean allHave(String key, Collection<String> needed) {
    List<Holder> living = living();
    return !living.isEmpty()
        && living.stream()
            .allMatch(holder -> holder.keys().contains(key) && holder.keys().containsAll(needed));
  }

  boolean anyHas(String key) {
    return living().stream().anyMatch(holder -> holder.keys().contains(key));
  }

  /** Also of nodes that are away: they will want to open them when they come back. */
  @Transactional
  long oldEntries() {
    return ((Number)
            database
                .createNativeQuery("select coalesce(sum(old_entries), 0) from key_holder")
                .getSingleResult())
        .longValue();
  }

  /** Nodes named after a process are as many as there were starts. */
  private void forget() {
    database
        .createNativeQuery(
            "delete from key_holder where old_entries = 0"
                + " and seen_at < current_timestamp - interval '1' day")
        .executeUpdate();
  }
}
