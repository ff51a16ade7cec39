package org.supercargo.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supercargo.stage.Ports;

/** What keeps the demo from starting is said in one line, before anything is started. */
@Tag("scenario")
class DemoRefusalIT {
  @TempDir private Path folder;

  @Test
  void refusesAFolderThatCannotBeWritten() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    refuses(Ports.free(), Ports.free(), file.resolve("data"), "the data folder " + file);
  }

  @Test
  void refusesASecondDemoOnTheSameData() throws IOException {
    Path lock = folder.resolve(".lock");
    try (FileChannel held =
        FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      held.lock();
      refuses(Ports.free(), Ports.free(), folder, "another demo is running on " + folder);
    }
  }

  @Test
  void refusesABusyPortOfTheApplication() throws IOException {
    try (ServerSocket taken = new ServerSocket(0)) {
      int port = taken.getLocalPort();
      refuses(port, Ports.free(), folder, "port " + port + " is taken");
    }
  }

  @Test
  void refusesABusyPortOfTheSimulator() throws IOException {
    try (ServerSocket taken = new ServerSocket(0)) {
      refuses(Ports.free(), taken.getLocalPort(), folder, "-Dups.port=N");
    }
  }

  @Test
  void refusesOnePortForBoth() throws IOException {
    int port = Ports.free();
    refuses(port, port, folder, "must differ");
  }

  private static void refuses(int port, int upsPort, Path data, String words) throws IOException {
    try (DemoRun run = DemoRun.start(port, upsPort, data)) {
      assertThat(run.exitCode()).isNotZero();
      assertThat(run.said().strip())
          .startsWith("Supercargo demo: ")
          .contains(words)
          .hasLineCount(1);
    }
  }
}
