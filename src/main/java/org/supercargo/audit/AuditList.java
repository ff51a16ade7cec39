package org.supercargo.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;

/** Reads the trail, stretch by stretch. */
@ApplicationScoped
@Transactional
class AuditList {
  @PersistenceContext private EntityManager database;

  List<AuditEntryView> find(AuditFilter filter, int first, int most) {
    return new AuditSearch(database, filter).views(first, most);
  }

  long count(AuditFilter filter) {
    return new AuditSearch(database, filter).count();
  }

  /** The newest below an id. */
  List<AuditEntryView> before(long id, AuditFilter filter, int most) {
    return new AuditSearch(database, filter).before(id, most);
  }
}
