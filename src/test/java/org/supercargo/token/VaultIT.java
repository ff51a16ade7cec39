package org.supercargo.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.Test;
import org.supercargo.carrier.CarrierException.ReconnectNeeded;
import org.supercargo.carrier.Credentials;
import org.supercargo.carrier.Secret;
import org.supercargo.carrier.TokenSet;
import org.supercargo.custody.Custodies;
import org.supercargo.custody.FreshHealth;
import org.supercargo.custody.NotOpened;
import org.supercargo.custody.SealedRows;
import org.supercargo.custody.Sealer;
import org.supercargo.token.GrantEvent.Kind;

class VaultIT extends InVault {
  @Inject FreshHealth health;
  @Inject SealedGrants grants;
  @Inject Sealer sealer;
  @Inject UserTransaction transaction;

  @Test
  void keepsAPendingPairAndActivatesIt() {
    TokenSet given = Consent.of(login, ups(), "alice");
    long grant = tokens.keepPending("UPS", given, "admin");
    assertThat(tokens.view(grant).state()).isEqualTo(GrantState.PENDING);
    assertThat(tokens.usePending(grant, Credentials::accessToken)).contains(given.accessToken());
    assertThat(tokens.activate(grant)).isTrue();
    assertThat(tokens.activate(grant)).as("a double click").isTrue();
    assertThat(tokens.usePending(grant, Credentials::accessToken)).isEmpty();
    GrantView view = tokens.view(grant);
    assertThat(view.state()).isEqualTo(GrantState.ACTIVE);
    assertThat(view.generation()).isEqualTo(1);
    assertThat(view.connectedBy()).isEqualTo("admin");
    assertThat(tokens.accessFor(grant).accessToken()).isEqualTo(given.accessToken());
    assertThat(ups().refreshCalls()).as("a living token is not refreshed").isZero();
  }

  @Test
  void holdsNoTokenInClear() throws SQLException {
    TokenSet given = Consent.of(login, ups(), "alice");
    tokens.keepPending("UPS", given, "admin");
    for (String column : List.of("sealed_access", "sealed_refresh")) {
      String stored = new String(sealed(column), StandardCharsets.ISO_8859_1);
      assertThat(stored.length()).isGreaterThan(30);
      assertThat(stored)
          .doesNotContain(given.accessToken().reveal(), given.refreshToken().reveal())
          .doesNotContain(given.accessToken().reveal().substring(0, 12));
    }
  }

  @Test
  void opensNoCiphertextMovedToAnotherRow() throws SQLException {
    long one = active("alice");
    long other = active("bob");
    execute(
        "update carrier_grant set sealed_access ="
            + " (select sealed_access from carrier_grant where id = ?) where id = ?",
        one,
        other);
    assertThatThrownBy(() -> tokens.accessFor(other))
        .isInstanceOf(NotOpened.class)
        .hasMessageContaining("belongs elsewhere");
    assertThat(tokens.accessFor(one)).isNotNull();
  }

  @Test
  void opensNoCiphertextMovedToAnotherFieldOrGeneration() throws SQLException {
    long grant = active("alice");
    execute("update carrier_grant set generation = generation + 1 where id = ?", grant);
    assertThatThrownBy(() -> tokens.accessFor(grant)).isInstanceOf(NotOpened.class);
    execute("update carrier_grant set generation = generation - 1 where id = ?", grant);
    assertThat(tokens.accessFor(grant)).isNotNull();
    execute("update carrier_grant set sealed_access = sealed_refresh where id = ?", grant);
    assertThatThrownBy(() -> tokens.accessFor(grant)).isInstanceOf(NotOpened.class);
  }

  @Test
  void opensNothingOfARowWhoseKeyWasMovedThere() throws SQLException {
    long one = active("alice");
    long other = active("bob");
    for (String column : List.of("sealed_access", "sealed_refresh", "sealed_key")) {
      execute(
          "update carrier_grant set %1$s = (select %1$s from carrier_grant where id = ?) where id = ?"
              .formatted(column),
          one,
          other);
      assertThatThrownBy(() -> tokens.accessFor(other)).isInstanceOf(NotOpened.class);
    }
    assertThat(tokens.accessFor(one)).isNotNull();
  }

  @Test
  void givesEveryGrantAKeyOfItsOwnAndDestroysItWithTheTokens() throws SQLException {
    long forgotten = active("alice");
    long swept = tokens.keepPending("UPS", Consent.of(login, ups(), "bob"), "admin");
    assertThat(key(forgotten)).isNotNull().isNotEqualTo(key(swept));
    execute("update carrier_grant set pending_until = created_at where id = ?", swept);
    assertThat(tokens.sweepPending(10)).containsExactly(swept);
    tokens.forget(forgotten);
    for (long gone : List.of(forgotten, swept)) {
      assertThat(key(gone)).isNull();
      assertThat(holdsTokens(gone)).isFalse();
    }
    assertThat(grants.countByKey()).isEmpty();
  }

  @Test
  void handsOutAndRefreshesWhatAnEarlierReleaseHasSealed() throws Exception {
    TokenSet given = Consent.of(login, ups(), "alice");
    long grant = tokens.keepPending("UPS", given, "admin");
    tokens.activate(grant);
    sealAsBefore(grant, given);
    assertThat(tokens.accessFor(grant).accessToken()).isEqualTo(given.accessToken());
    assertThat(grants.countByKey()).containsExactly(Map.entry(SealedRows.DIRECT, 1L));
    makeStale(grant);
    assertThat(tokens.accessFor(grant).generation()).isEqualTo(2);
    assertThat(key(grant)).isNotNull();
    assertThat(grants.countByKey()).doesNotContainKey(SealedRows.DIRECT);
  }

  @Test
  void replacesAndForgetsWhatAnEarlierReleaseHasSealed() throws Exception {
    TokenSet given = Consent.of(login, ups(), "alice");
    long grant = tokens.keepPending("UPS", given, "admin");
    tokens.activate(grant);
    sealAsBefore(grant, given);
    TokenSet renewed = Consent.of(login, ups(), "alice");
    long pending = tokens.keepPending("UPS", renewed, "bea");
    sealAsBefore(pending, renewed);
    assertThat(tokens.replace(grant, pending)).isTrue();
    assertThat(tokens.accessFor(grant).accessToken()).isEqualTo(renewed.accessToken());
    assertThat(key(grant)).isNotNull();
    tokens.forget(grant);
    assertThat(key(grant)).isNull();
    assertThat(grants.countByKey()).isEmpty();
  }

  @Test
  void isNotReadyWithAKeySetThatDoesNotOpenWhatIsStored() throws SQLException {
    long grant = active("alice");
    assertThat(health.call().getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
    byte[] foreign = Custodies.elsewhere().newDataKey(Places.key(grant)).wrapped().bytes();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement update =
            connection.prepareStatement("update carrier_grant set sealed_key = ?")) {
      update.setBytes(1, foreign);
      update.executeUpdate();
    }
    HealthCheckResponse down = health.call();
    assertThat(down.getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);
    assertThat(down.getData().orElseThrow().get("problem").toString())
        .matches("carrier_grant \\d+, key was sealed with key [0-9a-f]{8}, which is missing");
  }

  @Test
  void opensAVerifierForItsOwnAttemptOnly() {
    byte[] sealed = tokens.sealVerifier("hash-1", Secret.of("verifier")).bytes();
    assertThat(tokens.openVerifier("hash-1", sealed)).isEqualTo(Secret.of("verifier"));
    assertThatThrownBy(() -> tokens.openVerifier("hash-2", sealed)).isInstanceOf(NotOpened.class);
  }

  @Test
  void replacesAPairAndDestroysTheOldOneAndTheCopy() throws SQLException {
    long grant = active("alice");
    TokenSet renewed = Consent.of(login, ups(), "alice");
    long pending = tokens.keepPending("UPS", renewed, "bea");
    assertThat(tokens.replace(grant, pending)).isTrue();
    Credentials credentials = tokens.accessFor(grant);
    assertThat(credentials.accessToken()).isEqualTo(renewed.accessToken());
    assertThat(credentials.generation()).isEqualTo(2);
    assertThat(tokens.view(grant).connectedBy()).isEqualTo("bea");
    assertThat(tokens.view(pending).state()).isEqualTo(GrantState.DELETED);
    assertThat(holdsTokens(pending)).isFalse();
    assertThat(kinds(grant)).containsExactly(Kind.ISSUED, Kind.REGENERATED);
    assertThat(tokens.replace(grant, pending)).as("again").isFalse();
    assertThat(tokens.view(grant).generation()).isEqualTo(2);
  }

  @Test
  void forgetsAtOnceAndForGood() throws SQLException {
    long grant = active("alice");
    tokens.forget(grant);
    tokens.forget(grant);
    assertThat(holdsTokens(grant)).isFalse();
    assertThat(tokens.view(grant).state()).isEqualTo(GrantState.DELETED);
    assertThat(kinds(grant)).containsExactly(Kind.ISSUED, Kind.DELETED);
    assertThat(tokens.hold(grant)).isFalse();
    assertThat(tokens.activate(grant)).isFalse();
    assertThatThrownBy(() -> tokens.accessFor(grant)).isInstanceOf(ReconnectNeeded.class);
  }

  @Test
  void forgetsNothingWhenTheCallersTransactionFails() throws Exception {
    long grant = active("alice");
    transaction.begin();
    tokens.forget(grant);
    transaction.rollback();
    assertThat(tokens.accessFor(grant)).isNotNull();
  }

  @Test
  void asksNoCarrierInsideATransaction() throws Exception {
    long grant = active("alice");
    transaction.begin();
    try {
      assertThatThrownBy(() -> tokens.accessFor(grant))
          .isInstanceOf(jakarta.transaction.TransactionalException.class);
      assertThatThrownBy(() -> tokens.usePending(grant, Credentials::accessToken))
          .isInstanceOf(jakarta.transaction.TransactionalException.class);
    } finally {
      transaction.rollback();
    }
  }

  @Test
  void callsAShortLifeExpiringFromTheStart() {
    ups().expiresTokensAfter(Duration.ofHours(1), Duration.ofDays(7));
    assertThat(tokens.view(active("alice")).state()).isEqualTo(GrantState.EXPIRING);
  }

  /** The row as it was before grants had keys of their own. */
  private void sealAsBefore(long grant, TokenSet given) throws SQLException {
    byte[] access = sealer.seal(given.accessToken(), Places.access(grant, 1)).bytes();
    byte[] refresh = sealer.seal(given.refreshToken(), Places.refresh(grant, 1)).bytes();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement update =
            connection.prepareStatement(
                "update carrier_grant set sealed_access = ?, sealed_refresh = ?, sealed_key = null,"
                    + " sealed_by = 'direct' where id = ?")) {
      update.setBytes(1, access);
      update.setBytes(2, refresh);
      update.setLong(3, grant);
      assertThat(update.executeUpdate()).isEqualTo(1);
    }
    warm.drop(grant);
  }

  private byte[] key(long grant) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement query =
            connection.prepareStatement("select sealed_key from carrier_grant where id = ?")) {
      query.setLong(1, grant);
      ResultSet row = query.executeQuery();
      row.next();
      return row.getBytes(1);
    }
  }

  private byte[] sealed(String column) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        ResultSet row =
            connection.createStatement().executeQuery("select " + column + " from carrier_grant")) {
      row.next();
      return row.getBytes(1);
    }
  }

  private boolean holdsTokens(long grant) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                "select count(*) from carrier_grant where id = ?"
                    + " and (sealed_access is not null or sealed_refresh is not null)")) {
      query.setLong(1, grant);
      ResultSet row = query.executeQuery();
      row.next();
      return row.getLong(1) > 0;
    }
  }
}
