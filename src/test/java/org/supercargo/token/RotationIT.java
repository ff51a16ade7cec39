package org.supercargo.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.supercargo.audit.Actor;
import org.supercargo.audit.AuditAction;
import org.supercargo.audit.AuditFilter;
import org.supercargo.audit.AuditTrail;
import org.supercargo.carrier.Secret;
import org.supercargo.carrier.TokenSet;
import org.supercargo.custody.Custodies;
import org.supercargo.custody.FreshHealth;
import org.supercargo.custody.KeyState;
import org.supercargo.custody.KeyView;
import org.supercargo.custody.MasterKeys;
import org.supercargo.custody.NotOpened;
import org.supercargo.custody.RotationAnswer;
import org.supercargo.custody.Rotations;
import org.supercargo.custody.SealedRows;
import org.supercargo.custody.Sealer;
import org.supercargo.timer.Lease;
import org.supercargo.timer.LeaseLost;

class RotationIT extends InVault {
  private static final Actor ALICE = new Actor("alice", "192.0.2.7");
  private static final Lease OURS = () -> {};

  @Inject MasterKeys keys;
  @Inject Rotations rotations;
  @Inject SealedGrants grants;
  @Inject Sealer sealer;
  @Inject FreshHealth health;
  @Inject Journal journal;
  @Inject AuditTrail trail;
  private final Map<Long, Secret> given = new HashMap<>();

  @BeforeEach
  void knowTheKeys() throws SQLException {
    run("delete from key_holder");
    rotations.look();
  }

  /** The next test begins with one key in use. */
  @AfterEach
  void finish() throws SQLException {
    run("delete from key_holder");
    rotations.look();
    rotations.run(OURS);
  }

  @Test
  void rotatesHundredsOfGrantsWhileTheyAreHandedOutAndRefreshed() throws Exception {
    String old = rotations.sealing();
    keep(300);
    List<Long> stale = List.of(stale("alice"), stale("bob"));
    AtomicBoolean over = new AtomicBoolean();
    AtomicInteger calls = new AtomicInteger();
    List<Future<Throwable>> callers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < 8; i++) {
        callers.add(threads.submit(() -> called(over, calls)));
      }
      eventually(() -> calls.get() > 100);
      assertThat(keys.rotate(ALICE)).isEqualTo(RotationAnswer.BEGUN);
      assertThat(rotations.sealing()).isNotEqualTo(old);
      for (long grant : stale) {
        assertThat(tokens.accessFor(grant).generation()).isEqualTo(2);
      }
      assertThat(rotations.run(OURS)).containsEntry("not opened", 0L);
      int atTheEnd = calls.get();
      eventually(() -> calls.get() > atTheEnd + 100);
      over.set(true);
      for (Future<Throwable> caller : callers) {
        assertThat(caller.get()).isNull();
      }
    }
    assertThat(grants.countByKey()).containsExactly(Map.entry(rotations.sealing(), 302L));
    assertThat(keys.rotation().percent()).isEqualTo(100);
    assertThat(state(old)).isEqualTo(KeyState.OPENING);
  }

  @Test
  void retiresAReplacedKeyForGood() throws Exception {
    String old = rotations.sealing();
    keep(3);
    byte[] before = key(given.keySet().iterator().next());
    rotated();
    assertThat(rotations.run(OURS)).as("just now in use").containsEntry("keys retired", 0L);
    age(old);
    assertThat(rotations.run(OURS)).containsEntry("keys retired", 1L);
    rotations.look();
    assertThat(state(old)).isEqualTo(KeyState.RETIRED);
    assertThat(rotations.has(old)).isFalse();
    assertThat(Files.readString(rotations.file())).contains("DISABLED");
    long grant = given.keySet().iterator().next();
    assertThatThrownBy(() -> sealer.dataKey(before, Places.key(grant)))
        .isInstanceOf(NotOpened.class)
        .hasMessageContaining("was sealed with key " + old + ", which is missing");
    opensAll();
    assertThat(audited())
        .containsSubsequence(
            AuditAction.MASTER_KEY_ADDED,
            AuditAction.MASTER_KEY_SEALS,
            AuditAction.MASTER_KEY_RETIRED);
  }

  @Test
  void goesOnWhereAnotherNodeHasStopped() throws Exception {
    String old = rotations.sealing();
    keep(60);
    rotated();
    SealedRows.Batch first = grants.rewrap(Set.of(old), 0, 20, OURS);
    assertThat(first.sealed()).isEqualTo(20);
    Lease lost =
        () -> {
          throw new LeaseLost("rotation");
        };
    assertThatThrownBy(() -> rotations.run(lost)).isInstanceOf(LeaseLost.class);
    assertThat(grants.countByKey()).containsEntry(old, 40L);
    assertThat(keys.rotation().percent()).isEqualTo(33);
    opensAll();
    assertThat(rotations.run(OURS)).containsEntry("sealed anew", 40L);
    assertThat(grants.countByKey()).doesNotContainKey(old);
    opensAll();
  }

  @Test
  void sealsWithANewKeyOnlyWhenEveryLivingNodeHasIt() throws Exception {
    String old = rotations.sealing();
    run(
        "insert into key_holder (node, key_ids, old_entries, seen_at)"
            + " select 'beta', key_ids, 0, current_timestamp + interval '300' second"
            + " from key_holder");
    assertThat(keys.rotate(ALICE)).isEqualTo(RotationAnswer.BEGUN);
    assertThat(rotations.sealing()).isEqualTo(old);
    KeyView fresh = keys.all().getFirst();
    assertThat(fresh.state()).isEqualTo(KeyState.SPREADING);
    assertThat(fresh.missingOn()).containsExactly("beta");
    assertThat(keys.rotate(ALICE)).isEqualTo(RotationAnswer.UNDER_WAY);
    keep(1);
    assertThat(grants.countByKey()).containsOnlyKeys(old);

    run(
        "update key_holder set key_ids ="
            + " (select h.key_ids from key_holder h where h.node <> 'beta') where node = 'beta'");
    rotations.look();
    assertThat(rotations.sealing()).isEqualTo(fresh.id());
    assertThat(keys.rotate(ALICE)).as("one grant is left").isEqualTo(RotationAnswer.UNDER_WAY);
  }

  @Test
  void doesNotWaitForANodeThatIsGone() throws Exception {
    String old = rotations.sealing();
    run(
        "insert into key_holder (node, key_ids, old_entries, seen_at)"
            + " values ('beta', 'none', 0, current_timestamp - interval '60' second)");
    rotated();
    assertThat(rotations.sealing()).isNotEqualTo(old);
  }

  @Test
  void noticesAKeyThatAnOperatorHasAdded() throws Exception {
    String old = rotations.sealing();
    assertThat(
            new ProcessBuilder(
                    "bash", "server-config/rotate-keyset.sh", rotations.file().toString())
                .inheritIO()
                .start()
                .waitFor())
        .isZero();
    rotations.look();
    assertThat(rotations.sealing()).isNotEqualTo(old);
    assertThat(state(old)).isEqualTo(KeyState.OPENING);
  }

  @Test
  void opensJournalEntriesAndVerifiersOverARotation() throws Exception {
    String old = rotations.sealing();
    long grant = stale("alice");
    Turn.Mine mine = begin(grant);
    TokenSet answer = login.refresh(mine.refreshToken());
    String name = Journal.name(mine.request());
    journal.write(mine.request(), mine.seal().journal(Written.of(answer), name));
    attempt(
        "state-hash", sealer.seal(Secret.of("verifier"), Places.verifier("state-hash")).bytes());
    rotated();
    age(old);
    assertThat(rotations.run(OURS))
        .containsEntry("sealed anew", 2L)
        .containsEntry("keys retired", 1L);
    rotations.look();
    storing.go();
    assertThat(journal.waiting()).isEmpty();
    assertThat(tokens.accessFor(grant).accessToken()).isEqualTo(answer.accessToken());
    assertThat(tokens.openVerifier("state-hash", verifier())).isEqualTo(Secret.of("verifier"));
  }

  @Test
  void retiresNothingThatAJournalOfAnEarlierReleaseNeeds() throws Exception {
    String old = rotations.sealing();
    Request request = new Request(active("alice"), 7, 7);
    byte[] entry =
        sealer.seal(Secret.of("x"), Places.journal(request.grant(), "elsewhere")).bytes();
    journal.write(request, entry);
    try {
      rotations.look();
      rotated();
      age(old);
      assertThat(rotations.run(OURS)).containsEntry("keys retired", 0L);
    } finally {
      journal.drop(request);
    }
    rotations.look();
    assertThat(rotations.run(OURS)).containsEntry("keys retired", 1L);
  }

  @Test
  void bringsWhatAnEarlierReleaseHasSealedToTheNewForm() throws Exception {
    keep(5);
    for (Map.Entry<Long, Secret> grant : given.entrySet()) {
      sealAsBefore(grant.getKey(), grant.getValue());
    }
    assertThat(keys.rotation().direct()).isEqualTo(5);
    opensAll();
    assertThat(rotations.run(OURS)).containsEntry("sealed anew", 5L);
    assertThat(grants.countByKey()).containsExactly(Map.entry(rotations.sealing(), 5L));
    opensAll();
  }

  @Test
  void leavesWhatDoesNotOpenAndTheKeyThatItMayNeed() throws Exception {
    String old = rotations.sealing();
    keep(4);
    long broken = given.keySet().iterator().next();
    long other = given.keySet().stream().filter(id -> id != broken).findFirst().orElseThrow();
    byte[] foreign = key(other);
    put(broken, foreign);
    rotated();
    age(old);
    assertThat(rotations.run(OURS))
        .containsEntry("sealed anew", 3L)
        .containsEntry("not opened", 1L)
        .containsEntry("keys retired", 0L);
    assertThat(key(broken)).isEqualTo(foreign);
    assertThat(keys.rotation().percent()).isEqualTo(75);
  }

  @Test
  void touchesNothingWithTheKeysOfAnotherInstallation() throws Exception {
    keep(2);
    String sealing = rotations.sealing();
    String ours = Files.readString(rotations.file());
    long registered = keys.all().size();
    Files.writeString(rotations.file(), Custodies.otherKeySet());
    try {
      rotations.look();
      HealthCheckResponse down = health.call();
      assertThat(down.getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);
      assertThat(down.getData().orElseThrow().get("problem").toString())
          .contains("missing: key ", sealing);
      assertThatThrownBy(() -> keep(1)).isInstanceOf(NotOpened.class);
      long any = given.keySet().iterator().next();
      byte[] before = key(any);
      warm.drop(any);
      assertThatThrownBy(() -> tokens.accessFor(any)).isInstanceOf(NotOpened.class);
      assertThat(rotations.run(OURS)).containsEntry("sealed anew", 0L);
      assertThat(key(any)).isEqualTo(before);
      assertThat(keys.all()).hasSize((int) registered);
    } finally {
      Files.writeString(rotations.file(), ours);
      rotations.look();
    }
    assertThat(health.call().getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
    opensAll();
  }

  private void rotated() {
    assertThat(keys.rotate(ALICE)).isEqualTo(RotationAnswer.BEGUN);
  }

  private void keep(int many) {
    Instant now = Instant.now();
    for (int i = 0; i < many; i++) {
      Secret access = Secret.of("access-" + i + "-" + System.nanoTime());
      TokenSet pair =
          new TokenSet(access, access, now, now.plusSeconds(3_600), now.plus(Duration.ofDays(60)));
      given.put(tokens.keepPending("UPS", pair, "admin"), access);
    }
    given.keySet().forEach(tokens::activate);
  }

  private void opensAll() {
    given.forEach(
        (grant, access) -> {
          warm.drop(grant);
          assertThat(tokens.accessFor(grant).accessToken()).isEqualTo(access);
        });
  }

  /** Cold, so that every call opens what the row holds. */
  private Throwable called(AtomicBoolean over, AtomicInteger calls) {
    List<Long> ids = List.copyOf(given.keySet());
    try {
      while (!over.get()) {
        long grant = ids.get(ThreadLocalRandom.current().nextInt(ids.size()));
        warm.drop(grant);
        assertThat(tokens.accessFor(grant).accessToken()).isEqualTo(given.get(grant));
        calls.incrementAndGet();
      }
      return null;
    } catch (RuntimeException | AssertionError failed) {
      return failed;
    }
  }

  private KeyState state(String id) {
    return keys.all().stream().filter(key -> key.id().equals(id)).findFirst().orElseThrow().state();
  }

  private List<AuditAction> audited() {
    List<AuditAction> actions = new ArrayList<>();
    trail.each(AuditFilter.ALL, entry -> actions.addFirst(entry.action()));
    return actions;
  }

  /** As if the key had been replaced long ago. */
  private void age(String key) throws SQLException {
    run(
        "update master_key set replaced_at = replaced_at - interval '600' second where id = '%s'"
            .formatted(key));
  }

  private void sealAsBefore(long grant, Secret token) throws SQLException {
    byte[] access = sealer.seal(token, Places.access(grant, 1)).bytes();
    byte[] refresh = sealer.seal(token, Places.refresh(grant, 1)).bytes();
    put(
        "update carrier_grant set sealed_access = ?, sealed_refresh = ?, sealed_key = null,"
            + " sealed_by = 'direct' where id = "
            + grant,
        access,
        refresh);
  }

  private void put(long grant, byte[] key) throws SQLException {
    put("update carrier_grant set sealed_key = ? where id = " + grant, key);
  }

  private void attempt(String hash, byte[] verifier) throws SQLException {
    put(
        "insert into connect_attempt (state_hash, browser_hash, person, carrier, purpose,"
            + " sealed_verifier, sealed_by, started_at, expires_at, outcome) values ('"
            + hash
            + "', 'b', 'admin', 'UPS', 'ADD', ?, '"
            + rotations.sealing()
            + "', current_timestamp, current_timestamp + interval '600' second, 'STARTED')",
        verifier);
  }

  private void put(String sql, byte[]... values) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setBytes(i + 1, values[i]);
      }
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
  }

  private byte[] key(long grant) throws SQLException {
    return bytes("select sealed_key from carrier_grant where id = " + grant);
  }

  private byte[] verifier() throws SQLException {
    return bytes("select sealed_verifier from connect_attempt where state_hash = 'state-hash'");
  }

  private byte[] bytes(String query) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        ResultSet row = connection.createStatement().executeQuery(query)) {
      row.next();
      return row.getBytes(1);
    }
  }

  private void run(String sql) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      connection.createStatement().executeUpdate(sql);
    }
  }
}
