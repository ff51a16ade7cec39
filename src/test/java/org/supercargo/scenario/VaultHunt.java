package org.supercargo.scenario;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.supercargo.stage.Server;

/** Everything that a thief could carry away, searched for tokens. */
final class VaultHunt {
  private final VaultStage stage;
  private final Server server;
  private final Path folder;

  VaultHunt(VaultStage stage, Server server) throws IOException {
    this.stage = stage;
    this.server = server;
    this.folder = Files.createTempDirectory(Server.folder().toAbsolutePath(), "hunt");
  }

  /** Every row as text, the database's own files with its log of changes, ours, the journal. */
  Set<String> findingsOnDisk(List<String> tokens) throws Exception {
    return new ByteHunt(tokens)
        .findings(
            dump(),
            Path.of(stage.asks("show data_directory")),
            server.log(),
            Path.of(server.settings().value("supercargo.vault.journal")));
  }

  /** What the server still holds after a garbage collection. */
  Set<String> findingsInHeap(List<String> tokens) throws Exception {
    Path heap = heap();
    Set<String> found = new ByteHunt(tokens).findings(heap);
    Files.delete(heap);
    return found;
  }

  private Path heap() throws Exception {
    Path file = folder.resolve("heap.hprof");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(server.pid()),
                "GC.heap_dump",
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("jcmd.log").toFile())
            .start();
    if (!process.waitFor(3, TimeUnit.MINUTES) || !Files.exists(file)) {
      throw new IllegalStateException(Files.readString(folder.resolve("jcmd.log")));
    }
    return file;
  }

  private Path dump() throws IOException, SQLException {
    Path file = folder.resolve("rows.txt");
    try (Connection connection = stage.database.connect();
        Statement statement = connection.createStatement();
        Writer out = Files.newBufferedWriter(file)) {
      statement.execute("checkpoint");
      for (String table : tables(statement)) {
        try (ResultSet rows = statement.executeQuery("select t::text from %s t".formatted(table))) {
          while (rows.next()) {
            out.write(rows.getString(1));
            out.write('\n');
          }
        }
      }
    }
    return file;
  }

  private static List<String> tables(Statement statement) throws SQLException {
    List<String> names = new ArrayList<>();
    try (ResultSet rows =
        statement.executeQuery("select tablename from pg_tables where schemaname = 'public'")) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }
}
