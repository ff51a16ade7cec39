package org.supercargo.custody;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.Secret;
import org.supercargo.setting.Keys;
import org.supercargo.setting.Settings;

/**
 * One question to Vault's transit engine and its answer. The token is read anew for each, because
 * Vault's agent replaces the file; neither it nor a body is ever told to anybody else.
 */
@ApplicationScoped
class TransitHttp {
  private static final JsonMapper JSON = new JsonMapper();

  @Inject Settings settings;
  private @Nullable HttpClient client;

  /** What Vault said, kept in bytes so that they can be wiped. */
  static final class Answer implements AutoCloseable {
    private final int status;
    private final byte[] body;

    Answer(int status, byte[] body) {
      this.status = status;
      this.body = body;
    }

    /** Vault's way to say that this question can't be answered, ever. */
    boolean isRefusal() {
      return status == 400;
    }

    boolean isForbidden() {
      return status == 403;
    }

    byte[] body() {
      return body;
    }

    JsonNode data() {
      try {
        return JSON.readTree(body).path("data");
      } catch (IOException notJson) {
        throw new KeysAway("Vault's answer is not JSON");
      }
    }

    @Override
    public void close() {
      Arrays.fill(body, (byte) 0);
    }
  }

  Answer get(String path) {
    return sent(request(path).GET());
  }

  /**
   * Sends the body and wipes it.
   *
   * @throws KeysAway when there is no answer, or one that says nothing about the question
   */
  Answer post(String path, byte[] body) {
    try {
      return sent(
          request(path)
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofByteArray(body)));
    } finally {
      Arrays.fill(body, (byte) 0);
    }
  }

  private HttpRequest.Builder request(String path) {
    String base = settings.get(Keys.TRANSIT_ADDRESS).toString().replaceAll("/+$", "");
    String mount = settings.get(Keys.TRANSIT_MOUNT);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + "/v1/" + mount + "/" + path))
            .header("X-Vault-Request", "true")
            .header("X-Vault-Token", token().reveal());
    settings
        .get(Keys.TRANSIT_NAMESPACE)
        .ifPresent(namespace -> request.header("X-Vault-Namespace", namespace));
    return request;
  }

  /** What no header can hold would be repeated by whoever notices. */
  private Secret token() {
    Secret token = givenToken();
    for (byte sign : token.revealBytes()) {
      if (sign <= ' ' || sign > '~') {
        throw new KeysAway("what the settings name as token for Vault is none");
      }
    }
    return token;
  }

  private Secret givenToken() {
    Optional<String> given = settings.get(Keys.TRANSIT_TOKEN);
    if (given.isPresent()) {
      return Secret.of(given.get());
    }
    String file =
        settings
            .get(Keys.TRANSIT_TOKEN_FILE)
            .orElseThrow(() -> new KeysAway("no token for Vault is named by the settings"));
    try {
      return Secret.of(Files.readString(Path.of(file)).strip());
    } catch (IOException unreadable) {
      throw new KeysAway("the token for Vault in " + file + " can't be read");
    }
  }

  private Answer sent(HttpRequest.Builder request) {
    Duration longest =
        settings.get(Keys.TRANSIT_CONNECT_TIMEOUT).plus(settings.get(Keys.TRANSIT_READ_TIMEOUT));
    CompletableFuture<HttpResponse<byte[]>> call =
        client().sendAsync(request.build(), BodyHandlers.ofByteArray());
    try {
      HttpResponse<byte[]> response = call.get(longest.toMillis(), TimeUnit.MILLISECONDS);
      return checked(new Answer(response.statusCode(), response.body()));
    } catch (TimeoutException late) {
      call.cancel(true);
      throw new KeysAway("Vault did not answer in time");
    } catch (InterruptedException stopped) {
      call.cancel(true);
      Thread.currentThread().interrupt();
      throw new KeysAway("the server stopped before Vault answered");
    } catch (ExecutionException failed) {
      throw new KeysAway("Vault can't be reached");
    }
  }

  private static Answer checked(Answer answer) {
    return switch (answer.status) {
      case 200, 204, 400, 403 -> answer;
      case 404 -> throw new KeysAway("Vault has no such key or engine");
      case 503 -> throw new KeysAway("Vault is sealed or under maintenance");
      default -> throw new KeysAway("Vault answers with status " + answer.status);
    };
  }

  private synchronized HttpClient client() {
    if (client == null) {
      client =
          HttpClient.newBuilder()
              .connectTimeout(settings.get(Keys.TRANSIT_CONNECT_TIMEOUT))
              .followRedirects(HttpClient.Redirect.NEVER)
              .version(HttpClient.Version.HTTP_1_1)
              .build();
    }
    return client;
  }

  @PreDestroy
  synchronized void stop() {
    if (client != null) {
      client.shutdownNow();
      client = null;
    }
  }
}
