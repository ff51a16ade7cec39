package org.supercargo.simulator.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The books on disk, a line an entry, only ever appended to: rewriting ten thousand shipments for
 * each new one would take all the time there is.
 */
final class Journal {
  private final JsonMapper mapper =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
  private final Optional<Path> file;

  Journal(Optional<Path> data) {
    file = data.map(path -> path.toAbsolutePath().resolveSibling(path.getFileName() + ".books"));
  }

  /** A torn last line is the mark of a kill: its answer was never sent, so it never happened. */
  List<Entry> read() {
    List<Entry> entries = new ArrayList<>();
    if (file.isEmpty() || !Files.exists(file.get())) {
      return entries;
    }
    List<String> lines = lines();
    for (String line : lines) {
      try {
        entries.add(mapper.readValue(line, Entry.class));
      } catch (JsonProcessingException torn) {
        requireLast(entries.size(), lines.size(), torn);
        write(lines.subList(0, entries.size()), StandardOpenOption.TRUNCATE_EXISTING);
      }
    }
    return entries;
  }

  void append(Entry entry) {
    try {
      write(List.of(mapper.writeValueAsString(entry)), StandardOpenOption.APPEND);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  void clear() {
    write(List.of(), StandardOpenOption.TRUNCATE_EXISTING);
  }

  private void requireLast(int index, int count, JsonProcessingException torn) {
    if (index != count - 1) {
      throw new IllegalStateException(
          "the books " + file.get() + " can't be read: delete them to start anew", torn);
    }
  }

  private List<String> lines() {
    try {
      return Files.readAllLines(file.get());
    } catch (IOException e) {
      throw new IllegalStateException("the books " + file.get() + " can't be read", e);
    }
  }

  private void write(List<String> lines, StandardOpenOption how) {
    if (file.isEmpty()) {
      return;
    }
    try {
      Files.createDirectories(file.get().getParent());
      Files.write(file.get(), lines, StandardOpenOption.CREATE, StandardOpenOption.WRITE, how);
    } catch (IOException e) {
      throw new UncheckedIOException("the books " + file.get() + " can't be written", e);
    }
  }
}
