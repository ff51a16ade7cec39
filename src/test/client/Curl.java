import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;

/** So much of curl as README uses: {@code -s -f -H -d -o}. A stand-in where there is none. */
public final class Curl {
  public static void main(String[] given) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder();
    Path file = null;
    for (int n = 0; n < given.length; n++) {
      switch (given[n]) {
        case "-s", "-f", "-sf" -> {}
        case "-H" -> {
          String[] header = given[++n].split(": ", 2);
          request.header(header[0], header[1]);
        }
        case "-d" -> request.POST(HttpRequest.BodyPublishers.ofString(given[++n]));
        case "-o" -> file = Path.of(given[++n]);
        default -> request.uri(URI.create(given[n]));
      }
    }
    HttpResponse<byte[]> answer =
        HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() >= 400) {
      System.exit(22);
    }
    if (file == null) {
      System.out.writeBytes(answer.body());
      System.out.flush();
    } else {
      Files.write(file, answer.body());
    }
  }
}
