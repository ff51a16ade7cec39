package org.supercargo.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Locale;

/**
 * Where the demo keeps everything: database, key set, logs. Readable by its owner only, and used by
 * one demo at a time.
 */
final class DataFolder {
  private final Path folder;

  /** Held until this process ends; the system lets go of it however it ends. */
  @SuppressWarnings("unused")
  private final FileLock lock;

  private DataFolder(Path folder, FileLock lock) {
    this.folder = folder;
    this.lock = lock;
  }

  static DataFolder open(Path folder) {
    try {
      Files.createDirectories(folder);
      restrict(folder, "rwx------");
      DataFolder data = new DataFolder(folder, lock(folder));
      Files.createDirectories(data.logs());
      data.empty(data.scratch());
      return data;
    } catch (IOException notWritable) {
      throw new CannotStart(
          "the data folder " + folder + " can't be written (" + reason(notWritable) + ").");
    }
  }

  Path folder() {
    return folder;
  }

  Path logs() {
    return folder.resolve("logs");
  }

  /** For what the server unpacks; emptied at every start, so that a killed one leaves nothing. */
  Path scratch() {
    return folder.resolve("scratch");
  }

  Path keyset() {
    return folder.resolve("keyset.json");
  }

  String databaseUrl() {
    return "jdbc:h2:file:"
        + folder.resolve("supercargo")
        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0";
  }

  boolean hasDatabase() {
    return Files.exists(folder.resolve("supercargo.mv.db"));
  }

  static void restrict(Path path, String permissions) throws IOException {
    if (Files.getFileAttributeView(path, PosixFileAttributeView.class) != null) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
  }

  private static FileLock lock(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = tried(channel);
    if (lock == null) {
      throw new CannotStart("another demo is running on " + folder + "; stop it first.");
    }
    return lock;
  }

  private static FileLock tried(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldHere) {
      return null;
    }
  }

  private void empty(Path path) throws IOException {
    if (Files.exists(path)) {
      try (var tree = Files.walk(path)) {
        tree.sorted(Comparator.reverseOrder()).forEach(DataFolder::delete);
      }
    }
    Files.createDirectories(path);
  }

  private static void delete(Path path) {
    try {
      Files.delete(path);
    } catch (IOException notDeleted) {
      throw new UncheckedIOException(notDeleted);
    }
  }

  private static String reason(IOException problem) {
    String kind = problem.getClass().getSimpleName().replaceAll("(?<=.)([A-Z])", " $1");
    return kind.replace(" Exception", "").toLowerCase(Locale.ROOT);
  }
}
