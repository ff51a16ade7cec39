package org.supercargo.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supercargo.carrier.Secret;
import org.supercargo.carrier.TokenSet;
import org.supercargo.custody.Custodies;
import org.supercargo.custody.NotOpened;
import org.supercargo.custody.Sealer;
import org.supercargo.setting.Settings;
import org.supercargo.stage.KeySet;

class JournalTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00.123456789Z");
  private static final Request REQUEST = new Request(17, 3, 5);
  private static final TokenSet TOKENS =
      new TokenSet(
          Secret.of("access-ä"),
          Secret.of("refresh"),
          NOW,
          NOW.plusSeconds(3_600),
          NOW.plus(Duration.ofDays(60)));

  private final Sealer sealer = Custodies.with(KeySet.make());
  private final Seal seal = new Seal(17, sealer.newDataKey(Places.key(17)).key(), sealer);
  private final Journal journal = new Journal();
  @TempDir private Path parent;
  private Path folder;

  @BeforeEach
  void open() {
    folder = parent.resolve("journal");
    journal.settings = new Settings(key -> Optional.of(folder.toString()));
    journal.clock = Clock.fixed(NOW, ZoneOffset.UTC);
  }

  @Test
  void givesBackThePairThatItTook() throws IOException {
    write();
    assertThat(journal.waiting()).containsExactly(REQUEST);
    assertThat(Written.read(seal.openJournal(journal.read(REQUEST), Journal.name(REQUEST))))
        .isEqualTo(TOKENS);
  }

  @Test
  void takesAPairAlsoFromAThreadThatIsToldToStop() throws IOException {
    Thread.currentThread().interrupt();
    write();
    assertThat(Thread.interrupted()).as("still told").isTrue();
    assertThat(journal.waiting()).containsExactly(REQUEST);
  }

  @Test
  void holdsNoTokenInClearAndIsForItsOwnerOnly() throws IOException {
    write();
    Path file = folder.resolve("17-3-5.pair");
    assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
        .doesNotContain("access", "refresh");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void namesAnEntryThatIsCutShortOrOfAnotherFormat() {
    byte[] whole = Written.of(TOKENS).revealBytes();
    for (int length = 0; length < whole.length; length++) {
      Secret cut = Secret.of(Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> Written.read(cut)).isInstanceOf(NotOpened.class);
    }
    whole[0] = 9;
    assertThatThrownBy(() -> Written.read(Secret.of(whole)))
        .hasMessage("a journal entry has the unknown format 9");
  }

  @Test
  void opensNoEntryUnderAnotherName() throws IOException {
    write();
    byte[] sealed = journal.read(REQUEST);
    assertThatThrownBy(() -> seal.openJournal(sealed, "17-3-6")).isInstanceOf(NotOpened.class);
    assertThatThrownBy(
            () -> new Seal(18, seal.key(), sealer).openJournal(sealed, Journal.name(REQUEST)))
        .isInstanceOf(NotOpened.class);
  }

  @Test
  void opensAnEntryOfAnEarlierRelease() throws IOException {
    String name = Journal.name(REQUEST);
    journal.write(REQUEST, sealer.seal(Written.of(TOKENS), Places.journal(17, name)).bytes());
    for (Seal any : new Seal[] {seal, new Seal(17, null, sealer)}) {
      assertThat(Written.read(any.openJournal(journal.read(REQUEST), name))).isEqualTo(TOKENS);
    }
  }

  @Test
  void opensNoEntryWithoutTheGrantsOwnKey() throws IOException {
    write();
    byte[] sealed = journal.read(REQUEST);
    Seal other = new Seal(17, sealer.newDataKey(Places.key(17)).key(), sealer);
    for (Seal any : new Seal[] {other, new Seal(17, null, sealer)}) {
      assertThatThrownBy(() -> any.openJournal(sealed, Journal.name(REQUEST)))
          .isInstanceOf(NotOpened.class);
    }
  }

  @Test
  void dropsAnEntryForGood() throws IOException {
    write();
    journal.drop(REQUEST);
    journal.drop(REQUEST);
    assertThat(journal.waiting()).isEmpty();
    try (var files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void isEmptyWhereThereIsNoFolderYet() throws IOException {
    assertThat(journal.waiting()).isEmpty();
    journal.sweep();
    assertThat(journal.isWritable()).isTrue();
  }

  @Test
  void minesNothingFromOtherFiles() throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("notes.pair"), "x");
    Files.writeString(folder.resolve("17-3-5.draft"), "half a pair");
    assertThat(journal.waiting()).isEmpty();
  }

  @Test
  void sweepsOldDraftsOnly() throws IOException {
    Files.createDirectories(folder);
    Path old = Files.writeString(folder.resolve("1.draft"), "x");
    Path young = Files.writeString(folder.resolve("2.draft"), "x");
    Files.setLastModifiedTime(old, FileTime.from(NOW.minus(Duration.ofHours(2))));
    Files.setLastModifiedTime(young, FileTime.from(NOW.minusSeconds(1)));
    journal.sweep();
    assertThat(old).doesNotExist();
    assertThat(young).exists();
  }

  @Test
  void saysWhenItCanTakeNothing() throws IOException {
    Files.writeString(folder, "a file in its place");
    assertThat(journal.isWritable()).isFalse();
    assertThatThrownBy(this::write).isInstanceOf(IOException.class);
  }

  private void write() throws IOException {
    journal.write(REQUEST, seal.journal(Written.of(TOKENS), Journal.name(REQUEST)));
  }
}
