package org.supercargo.shipping.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.DocumentFormat;

/** Reads batches and their rows. */
@ApplicationScoped
@Transactional
class Ledger {
  @PersistenceContext EntityManager database;

  Map<RowState, Long> counts(long batch) {
    return counts(List.of(batch)).getOrDefault(batch, Map.of());
  }

  private Map<Long, Map<RowState, Long>> counts(List<Long> batches) {
    Map<Long, Map<RowState, Long>> counts = new HashMap<>();
    if (!batches.isEmpty()) {
      database
          .createQuery(
              "select l.batchId, l.state, count(l) from BatchRow l where l.batchId in :batches"
                  + " group by l.batchId, l.state",
              Object[].class)
          .setParameter("batches", batches)
          .getResultList()
          .forEach(
              row ->
                  counts
                      .computeIfAbsent((Long) row[0], id -> new EnumMap<>(RowState.class))
                      .put((RowState) row[1], (Long) row[2]));
    }
    return counts;
  }

  /** Newest first. */
  List<BatchView> list(int first, int most) {
    List<Batch> found =
        database
            .createQuery("select b from Batch b order by b.id desc", Batch.class)
            .setFirstResult(first)
            .setMaxResults(most)
            .getResultList();
    Map<Long, Map<RowState, Long>> counts = counts(found.stream().map(Batch::id).toList());
    return found.stream()
        .map(batch -> batch.view(counts.getOrDefault(batch.id(), Map.of()), null))
        .toList();
  }

  long count() {
    return database.createQuery("select count(b) from Batch b", Long.class).getSingleResult();
  }

  Optional<BatchView> view(long id) {
    return Optional.ofNullable(database.find(Batch.class, id))
        .map(batch -> batch.view(counts(id), twin(batch)));
  }

  /** Another one of the same file whose rows were sent. */
  private @Nullable Long twin(Batch batch) {
    return database
        .createQuery(
            "select b.id from Batch b where b.checksum = :checksum and b.id <> :id"
                + " and b.startedAt is not null order by b.id desc",
            Long.class)
        .setParameter("checksum", batch.checksum())
        .setParameter("id", batch.id())
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .orElse(null);
  }

  List<RowView> rows(RowQuery query) {
    return select("select l from BatchRow l", " order by l.line", query, BatchRow.class)
        .setFirstResult(query.first())
        .setMaxResults(query.size())
        .getResultList()
        .stream()
        .map(BatchRow::view)
        .toList();
  }

  long count(RowQuery query) {
    return select("select count(l) from BatchRow l", "", query, Long.class).getSingleResult();
  }

  private <T> TypedQuery<T> select(String what, String order, RowQuery query, Class<T> type) {
    String only = query.states().isEmpty() ? "" : " and l.state in :states";
    TypedQuery<T> select =
        database
            .createQuery(
                what
                    + " where l.batchId = :batch and l.line >= :from and l.line <= :to"
                    + only
                    + order,
                type)
            .setParameter("batch", query.batch())
            .setParameter("from", query.from())
            .setParameter("to", query.to());
    return query.states().isEmpty() ? select : select.setParameter("states", query.states());
  }

  /** In the order of the file. */
  List<Task> waiting(Held held, int most) {
    return database
        .createQuery(
            "select l from BatchRow l where l.batchId = :batch and l.state = :waiting"
                + " order by l.line",
            BatchRow.class)
        .setParameter("batch", held.batch())
        .setParameter("waiting", RowState.WAITING)
        .setMaxResults(most)
        .getResultStream()
        .map(line -> line.task(held.mark()))
        .toList();
  }

  DocumentFormat labelFormat(long batch) {
    return view(batch).orElseThrow().labelFormat();
  }
}
