package org.supercargo.stage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import net.bytebuddy.ByteBuddy;

/**
 * Points in the application's code at which a thread of the server under test stops for good, so
 * that the process can be killed exactly there. The application knows nothing of them.
 */
public final class Traps {
  private final Path folder;
  private final String points;

  /**
   * @param points {@code Class#method}
   */
  public Traps(String... points) {
    this.points = String.join(",", points);
    try {
      folder =
          Files.createDirectories(
              Server.folder().toAbsolutePath().resolve("traps-" + UUID.randomUUID()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** For the server's command line. */
  public String[] jvm() {
    return new String[] {"-javaagent:" + jar() + "=" + points, "-Dtraps=" + folder};
  }

  /**
   * The next thread that comes by stops there.
   *
   * @param point {@code method.enter} or {@code method.exit}
   */
  public void arm(String point) {
    try {
      Files.deleteIfExists(folder.resolve(point + ".reached"));
      Files.createFile(folder.resolve(point));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public boolean hasCaught(String point) {
    return Files.exists(folder.resolve(point + ".reached"));
  }

  /** How long each answer was in memory only: from the carrier's room to the disk, sorted. */
  public List<Duration> windows() {
    Path file = folder.resolve("windows");
    try {
      return Files.exists(file)
          ? Files.readAllLines(file).stream()
              .map(line -> Duration.ofNanos(Long.parseLong(line)))
              .sorted()
              .toList()
          : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Holds the agent alone: the server must not find other tests' classes beside it. */
  private Path jar() {
    Path jar = folder.resolve("agent.jar");
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Premain-Class", TrapAgent.class.getName());
    attributes.put(Attributes.Name.CLASS_PATH, home(ByteBuddy.class));
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      for (Class<?> type : List.of(TrapAgent.class, TrapAgent.Trap.class)) {
        String name = type.getName().replace('.', '/') + ".class";
        out.putNextEntry(new JarEntry(name));
        try (InputStream bytes = type.getClassLoader().getResourceAsStream(name)) {
          bytes.transferTo(out);
        }
      }
      return jar;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String home(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation().toString();
  }
}
