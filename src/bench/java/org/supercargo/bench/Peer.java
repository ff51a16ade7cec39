package org.supercargo.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.supercargo.stage.Database;

/** The peer's process, told by lines what to measure. */
final class Peer implements AutoCloseable {
  private final Process process;
  private final PrintWriter told;
  private final BufferedReader said;

  Peer(Database database, URI ups) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(BenchStage.JVM));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(PeerProgram.class.getName());
    command.addAll(List.of(database.url(), database.user(), database.password(), ups.toString()));
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    told = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
    said = process.inputReader(StandardCharsets.UTF_8);
  }

  String does(String deed, int threads) throws IOException {
    told.println(deed + " " + threads);
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      if (line.startsWith("figures ")) {
        return line.substring("figures ".length());
      }
      System.out.println(line);
    }
    throw new IllegalStateException("the peer has ended");
  }

  @Override
  public void close() {
    told.close();
    process.destroy();
  }
}
