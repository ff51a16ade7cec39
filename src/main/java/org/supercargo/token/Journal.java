package org.supercargo.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.supercargo.setting.Keys;
import org.supercargo.setting.Settings;

/**
 * New pairs on this node's own disk, from the moment the carrier's answer arrives until they are
 * stored: one file each, sealed, named after the request that it answers.
 */
@ApplicationScoped
class Journal {
  private static final String END = ".pair";
  private static final Pattern NAME = Pattern.compile("(\\d{1,18})-(\\d{1,9})-(\\d{1,18})\\.pair");
  private static final Duration OLD = Duration.ofHours(1);
  @Inject Settings settings;
  @Inject Clock clock;

  /**
   * It is on the disk when this returns: file, name and all. Also when the server stops meanwhile
   * and interrupts the thread, which closes any file that it is at.
   */
  void write(Request request, byte[] sealed) throws IOException {
    boolean interrupted = Thread.interrupted();
    try {
      while (!isWritten(request, sealed)) {
        interrupted |= Thread.interrupted();
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** False when the thread was interrupted meanwhile. */
  private boolean isWritten(Request request, byte[] sealed) throws IOException {
    try {
      writeOnce(request, sealed);
      return true;
    } catch (ClosedByInterruptException stopped) {
      return false;
    }
  }

  private void writeOnce(Request request, byte[] sealed) throws IOException {
    Path folder = Files.createDirectories(folder());
    Path file = file(request);
    Path draft = Files.createTempFile(folder, name(request), ".draft");
    try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(sealed);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
        names.force(true);
      }
    }
  }

  byte[] read(Request request) throws IOException {
    return Files.readAllBytes(file(request));
  }

  boolean has(Request request) {
    return Files.exists(file(request));
  }

  void drop(Request request) {
    try {
      Files.deleteIfExists(file(request));
    } catch (IOException staysForNow) {
      throw new UncheckedIOException(staysForNow);
    }
  }

  /** Which requests' answers are waiting to be stored. */
  List<Request> waiting() throws IOException {
    List<Request> all = new ArrayList<>();
    if (Files.isDirectory(folder())) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder(), "*" + END)) {
        files.forEach(file -> request(file).ifPresent(all::add));
      }
    }
    return all;
  }

  /** Whether it can take a pair now. */
  boolean isWritable() {
    try {
      Path trial = Files.createTempFile(Files.createDirectories(folder()), "trial", ".draft");
      return Files.deleteIfExists(trial);
    } catch (IOException full) {
      return false;
    }
  }

  /** Takes away what a crash left half-written: it never was a whole pair. */
  void sweep() throws IOException {
    Instant limit = clock.instant().minus(OLD);
    if (Files.isDirectory(folder())) {
      try (DirectoryStream<Path> drafts = Files.newDirectoryStream(folder(), "*.draft")) {
        for (Path draft : drafts) {
          if (Files.getLastModifiedTime(draft).toInstant().isBefore(limit)) {
            Files.deleteIfExists(draft);
          }
        }
      }
    }
  }

  static String name(Request request) {
    return request.grant() + "-" + request.generation() + "-" + request.fence();
  }

  Path folder() {
    return Path.of(settings.get(Keys.JOURNAL)).toAbsolutePath();
  }

  private Path file(Request request) {
    return folder().resolve(name(request) + END);
  }

  private static Optional<Request> request(Path file) {
    Matcher name = NAME.matcher(file.getFileName().toString());
    return name.matches()
        ? Optional.of(
            new Request(
                Long.parseLong(name.group(1)),
                Integer.parseInt(name.group(2)),
                Long.parseLong(name.group(3))))
        : Optional.empty();
  }
}
