package org.supercargo.alert;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.supercargo.setting.Keys;
import org.supercargo.setting.Settings;

/** What the postman writes, each step in a transaction of its own, none open while mail is sent. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class PostmanSteps {
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

  @PersistenceContext private EntityManager database;
  @Inject private AnnouncingSteps announcing;
  @Inject private AlertNames names;
  @Inject private Recipients recipients;
  @Inject private Letters letters;
  @Inject private Settings settings;
  @Inject private Clock clock;

  /** Makes one e-mail a recipient of alerts that have none; answers how many alerts there were. */
  int write(int most) {
    List<Alert> alerts = announcing.taken("announced_at is not null", most);
    Map<Long, List<AlertedAccount>> accounts = names.of(alerts);
    Instant now = clock.instant();
    for (Alert alert : alerts) {
      for (String address : recipients.of(accounts.getOrDefault(alert.id(), List.of()))) {
        database.persist(new AlertMail(alert.id(), address, now));
      }
      alert.addressed(now);
    }
    return alerts.size();
  }

  /** The next that is due, held for as long as sending can take; empty when there is none. */
  Optional<Outgoing> take() {
    Instant now = clock.instant();
    for (Optional<AlertMail> mail = due(now); mail.isPresent(); mail = due(now)) {
      Alert alert = database.find(Alert.class, mail.get().alert());
      if (alert != null && alert.isOpen()) {
        return Optional.of(taken(mail.get(), alert, now));
      }
      mail.get().drop();
      database.flush();
    }
    return Optional.empty();
  }

  private Optional<AlertMail> due(Instant now) {
    List<?> ids =
        database
            .createNativeQuery(
                "select id from alert_mail where state = 'WAITING' and next_at <= ?"
                    + " and (lease_until is null or lease_until <= ?)"
                    + " order by next_at, id limit 1 for update skip locked")
            .setParameter(1, now.atOffset(ZoneOffset.UTC))
            .setParameter(2, now.atOffset(ZoneOffset.UTC))
            .getResultList();
    return ids.stream()
        .findFirst()
        .map(id -> database.find(AlertMail.class, ((Number) id).longValue()));
  }

  private Outgoing taken(AlertMail mail, Alert alert, Instant now) {
    long fence = mail.take(now.plus(Smtp.LONGEST_LETTER));
    AlertView view = alert.view(names.of(alert), MailSummary.NONE);
    String host = settings.get(Keys.PUBLIC_URL).getHost();
    String name = "alert-%d.%d@%s".formatted(alert.id(), mail.id(), host);
    return new Outgoing(mail.id(), fence, mail.attempts(), name, mail.address(), letters.of(view));
  }

  void sent(Outgoing outgoing) {
    held(outgoing).ifPresent(mail -> mail.sent(clock.instant()));
  }

  void failed(Outgoing outgoing, String words) {
    held(outgoing).ifPresent(mail -> mail.failed(words, clock.instant().plus(pause(outgoing))));
  }

  /** Twice as long each time, up to an hour, never in step. */
  private Duration pause(Outgoing outgoing) {
    Duration first = settings.get(Keys.MAIL_RETRY_AFTER);
    long millis = first.toMillis() << Math.min(outgoing.trial() - 1, 12);
    double jitter = ThreadLocalRandom.current().nextDouble(0.75, 1.25);
    return Duration.ofMillis((long) (Math.min(millis, LONGEST_PAUSE.toMillis()) * jitter));
  }

  private Optional<AlertMail> held(Outgoing outgoing) {
    return Optional.ofNullable(
            database.find(AlertMail.class, outgoing.mail(), LockModeType.PESSIMISTIC_WRITE))
        .filter(mail -> mail.isOf(outgoing.fence()));
  }
}
