package org.supercargo.stage;

import static java.util.Comparator.reverseOrder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Where a server unpacks itself, 150 MB each time. A killed one can't clear that away, and five
 * hundred of them in the machine's own folder for temporary files have filled a disk.
 */
public final class Scratch {
  private final Path folder;

  private Scratch(Path folder) {
    this.folder = folder;
  }

  /** Of that server, beneath the folder of a test run. */
  public static Scratch in(Path folder, String server) {
    return new Scratch(folder.toAbsolutePath().resolve("scratch").resolve(server));
  }

  /** There, and empty. */
  public Path made() {
    goes();
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** When the server has ended. */
  public void goes() {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        all.sorted(reverseOrder()).forEach(Scratch::delete);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** What lies in it right now. */
  public Stream<Path> content() {
    try {
      return Files.exists(folder) ? Files.list(folder) : Stream.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path path) {
    try {
      Files.delete(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
