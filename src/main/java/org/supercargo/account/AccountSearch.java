package org.supercargo.account;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supercargo.query.Criteria;

/** One question to the list of accounts, put together from what the query names. */
class AccountSearch {
  /** The first that applies; the only place where a status is derived. */
  private static final String STATUS =
      "case when a.liveKey is null then 'DELETED'"
          + " when g.id is null then 'NO_OAUTH'"
          + " when g.state = 'EXPIRED' or g.diesAt <= :now then 'EXPIRED'"
          + " when g.state = 'UNCERTAIN' then 'UNCERTAIN'"
          + " when g.state = 'NEEDS_ATTENTION' then 'NEEDS_ATTENTION'"
          + " when g.state <> 'ACTIVE' and g.state <> 'EXPIRING' then 'NEEDS_CONSENT'"
          + " when a.verification <> :proven then 'NOT_VERIFIED'"
          + " when g.state = 'EXPIRING' or g.diesAt <= :soon then 'EXPIRING'"
          + " else 'CONNECTED' end";

  private static final String ROW =
      "select a.id, a.carrier, a.number, a.registrant.nickname, a.registrant.company,"
          + " a.verification, "
          + STATUS
          + ", g.diesAt, a.usedAt, a.connectedBy";

  private final EntityManager rows;
  private final Instant now;
  private final Instant soon;
  private final Criteria criteria = new Criteria();

  AccountSearch(EntityManager rows, Instant now, Duration expiring) {
    this.rows = rows;
    this.now = now;
    this.soon = now.plus(expiring);
  }

  AccountSearch matching(AccountQuery query) {
    criteria.when(
        "(a.registrant.nicknameKey like :search escape '!' or a.registrant.companyKey like :search"
            + " escape '!' or lower(a.number) like :search escape '!')",
        "search",
        within(query.search()));
    criteria.when("lower(a.number) like :number escape '!'", "number", within(query.number()));
    criteria.when(
        "a.registrant.nicknameKey like :nickname escape '!'", "nickname", within(query.nickname()));
    criteria.when(
        "a.registrant.companyKey like :company escape '!'", "company", within(query.company()));
    criteria.when("lower(a.connectedBy) like :by escape '!'", "by", within(query.connectedBy()));
    Boolean oauth = query.oauth();
    if (oauth != null) {
      criteria.when(
          oauth ? "a.verification = :oauth" : "a.verification <> :oauth",
          "oauth",
          Verification.PROVEN);
    }
    return in(query.status());
  }

  AccountSearch in(@Nullable AccountStatus status) {
    if (status == AccountStatus.DELETED) {
      criteria.always("a.liveKey is null");
      return this;
    }
    criteria.always("a.liveKey is not null");
    criteria.when(STATUS + " = :status", "status", status == null ? null : status.name());
    return this;
  }

  /** What is proven and {@link AccountStatus#isUsable}, told so that an index can be followed. */
  AccountSearch usable() {
    criteria.always(
        "a.verification = :proven and g.diesAt > :now and (g.state = 'ACTIVE' or g.state = 'EXPIRING'"
            + " or g.state = 'UNCERTAIN' or g.state = 'NEEDS_ATTENTION')");
    return this;
  }

  AccountSearch among(Collection<Long> ids) {
    criteria.when("a.id in :ids", "ids", ids);
    return this;
  }

  long count() {
    return bound("select count(a)", "", Long.class).getSingleResult();
  }

  /** In one pass over the rows that can need anybody at all. */
  Attention attention() {
    criteria.always("(g.state <> 'ACTIVE' or g.diesAt <= :soon or a.verification <> :proven)");
    String sums =
        Stream.of(
                "EXPIRING",
                "EXPIRED",
                "NOT_VERIFIED",
                "NEEDS_CONSENT",
                "UNCERTAIN",
                "NEEDS_ATTENTION")
            .map(status -> counted(STATUS + " = '" + status + "'"))
            .collect(Collectors.joining(", "));
    Object[] sum = bound("select " + sums, "", Object[].class).getSingleResult();
    return new Attention(
        (Long) sum[0], (Long) sum[1], (Long) sum[2], (Long) sum[3], (Long) sum[4], (Long) sum[5]);
  }

  /** EclipseLink makes parameters of literals, and H2 sums no parameters: so it counts ids. */
  private static String counted(String condition) {
    return "count(case when " + condition + " then a.id else nullif(a.id, a.id) end)";
  }

  /** Every id in the query's order. */
  TypedQuery<Long> ids(AccountQuery query) {
    return bound("select a.id", order(query), Long.class);
  }

  /** Every id behind another, in their own order. */
  TypedQuery<Long> after(AccountsAfter wanted) {
    criteria.when("a.id > :after", "after", wanted.id());
    criteria.when("a.id in :among", "among", wanted.among());
    criteria.when("a.number = :exact", "exact", wanted.number());
    in(wanted.status());
    return bound("select a.id", " order by a.id", Long.class);
  }

  List<AccountRow> list() {
    return bound(ROW, "", Object[].class).getResultStream().map(this::row).toList();
  }

  /** Ends with the id, so that pages neither repeat nor lose a row. */
  private static String order(AccountQuery query) {
    String way = query.descending() ? " desc" : "";
    String by =
        switch (query.sort()) {
          case CARRIER -> "a.carrier";
          case NUMBER -> "a.number";
          case NICKNAME -> "a.registrant.nicknameKey";
          case COMPANY -> "a.registrant.companyKey";
          case OAUTH -> "case when a.verification = :proven then 1 else 0 end";
          case STATUS -> STATUS;
          case DAYS_LEFT -> "g.diesAt";
          case USED_AT -> "a.usedAt";
          case CONNECTED_BY -> "a.connectedBy";
        };
    return " order by " + by + way + ", a.id" + way;
  }

  private <T> TypedQuery<T> bound(String select, String order, Class<T> type) {
    String where = criteria.where();
    boolean needsGrant = (select + where + order).contains("g.");
    String join = needsGrant ? " left join GrantLife g on g.id = a.grantId" : "";
    String text = select + " from CarrierAccount a" + join + where + order;
    TypedQuery<T> query = criteria.bind(rows.createQuery(text, type));
    Map.of("now", now, "soon", soon, "proven", Verification.PROVEN)
        .forEach(
            (name, value) -> {
              if (text.contains(":" + name)) {
                query.setParameter(name, value);
              }
            });
    return query;
  }

  private AccountRow row(Object[] column) {
    AccountStatus status = AccountStatus.valueOf((String) column[6]);
    Instant diesAt = status == AccountStatus.DELETED ? null : (Instant) column[7];
    return new AccountRow(
        (Long) column[0],
        (String) column[1],
        (String) column[2],
        (String) column[3],
        (String) column[4],
        column[5] == Verification.PROVEN && status != AccountStatus.DELETED,
        status,
        diesAt == null ? null : Math.max(0, Duration.between(now, diesAt).toDays()),
        (Instant) column[8],
        (String) column[9]);
  }

  private static @Nullable String within(@Nullable String part) {
    return Criteria.within(part, text -> Registrant.key(text.strip()));
  }
}
