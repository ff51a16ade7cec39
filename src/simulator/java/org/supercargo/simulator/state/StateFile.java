package org.supercargo.simulator.state;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.Optional;

/**
 * The data file: written beside itself and moved into place, so that a kill leaves the old or the
 * new one whole.
 */
final class StateFile {
  private final JsonMapper mapper = new JsonMapper();
  private final Path path;

  StateFile(Path path) {
    this.path = path.toAbsolutePath();
  }

  Optional<State> load() {
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    try {
      State state = mapper.readValue(Files.readAllBytes(path), State.class);
      Objects.requireNonNull(state.clients(), "clients");
      Objects.requireNonNull(state.users(), "users");
      Objects.requireNonNull(state.life(), "life");
      Objects.requireNonNull(state.tokens(), "tokens");
      return Optional.of(state);
    } catch (IOException | NullPointerException e) {
      throw new IllegalStateException(
          "the data file " + path + " can't be read: delete it to start anew", e);
    }
  }

  void save(State state) {
    try {
      Files.createDirectories(path.getParent());
      Path fresh = Files.createTempFile(path.getParent(), path.getFileName().toString(), ".new");
      Files.write(fresh, mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(state));
      Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("the data file " + path + " can't be written", e);
    }
  }
}
