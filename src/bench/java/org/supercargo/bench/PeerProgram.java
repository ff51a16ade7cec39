package org.supercargo.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.JdbcOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.supercargo.scenario.Ups;

/**
 * Spring Security's client for services that act without a person's request, on JDBC, set up as its
 * reference says. A process of its own; prints a line a figure.
 */
public final class PeerProgram {
  private static PeerProgram peer;
  private static volatile Authentication person;

  private final Ups ups;
  private final ClientRegistration registration;
  private final JdbcOAuth2AuthorizedClientService service;
  private final AuthorizedClientServiceOAuth2AuthorizedClientManager manager;

  private PeerProgram(HikariDataSource source, URI at) {
    ups = Ups.at(at);
    new ResourceDatabasePopulator(
            new ClassPathResource(
                "org/springframework/security/oauth2/client/oauth2-client-schema-postgres.sql"))
        .execute(source);
    registration =
        ClientRegistration.withRegistrationId("ups")
            .clientId(Ups.CLIENT_ID)
            .clientSecret(Ups.CLIENT_SECRET)
            .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
            .redirectUri(BenchStage.CALLBACK)
            .authorizationUri(at + "/security/v1/oauth/authorize")
            // It knows one address for tokens; here it only refreshes.
            .tokenUri(at + "/security/v1/oauth/refresh")
            .build();
    var registrations = new InMemoryClientRegistrationRepository(registration);
    service = new JdbcOAuth2AuthorizedClientService(new JdbcTemplate(source), registrations);
    manager = new AuthorizedClientServiceOAuth2AuthorizedClientManager(registrations, service);
    manager.setAuthorizedClientProvider(
        OAuth2AuthorizedClientProviderBuilder.builder().authorizationCode().refreshToken().build());
  }

  static String handOut() {
    OAuth2AuthorizedClient client =
        peer.manager.authorize(
            OAuth2AuthorizeRequest.withClientRegistrationId("ups").principal(person).build());
    return client.getAccessToken().getTokenValue();
  }

  /**
   * Answers each line that it is told with a line: {@code warm 8}, {@code crowd 64} or {@code
   * steady 8}.
   *
   * @param args the database's address, user and password, UPS's address
   */
  public static void main(String[] args) throws Exception {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(args[0]);
    config.setUsername(args[1]);
    config.setPassword(args[2]);
    // As many as the application has.
    config.setMaximumPoolSize(20);
    BufferedReader told = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    try (HikariDataSource source = new HikariDataSource(config)) {
      peer = new PeerProgram(source, URI.create(args[3]));
      for (String line = told.readLine(); line != null; line = told.readLine()) {
        String[] words = line.split(" ");
        System.out.println("figures " + peer.does(words[0], Integer.parseInt(words[1])));
      }
    }
    System.exit(0);
  }

  private String does(String deed, int threads) throws Exception {
    switch (deed) {
      case "warm" -> {
        holds(Duration.ofHours(1));
        return "" + WarmRun.score(WarmPeer.class, threads);
      }
      case "crowd" -> {
        holds(Duration.ofSeconds(-1));
        return "" + Crowd.failed(threads, PeerProgram::handOut);
      }
      case "steady" -> {
        // Within the minute before the end it refreshes.
        holds(Duration.ofSeconds(30));
        return Crowd.steady(threads, PeerProgram::handOut).line();
      }
      default -> throw new IllegalArgumentException(deed);
    }
  }

  /** A new consent's tokens, of which the access token has that long to live. */
  private void holds(Duration life) throws IOException, InterruptedException {
    URI page =
        URI.create(
            registration.getProviderDetails().getAuthorizationUri()
                + "?response_type=code&state=x&client_id="
                + Ups.CLIENT_ID
                + "&redirect_uri="
                + URLEncoder.encode(BenchStage.CALLBACK, UTF_8));
    String code = ups.consents(page, "alice").getRawQuery().replaceFirst(".*code=([^&]*).*", "$1");
    JsonNode tokens = exchanged(code);
    Instant end = Instant.now().plus(life);
    person =
        UsernamePasswordAuthenticationToken.authenticated("p" + System.nanoTime(), "", List.of());
    service.saveAuthorizedClient(
        new OAuth2AuthorizedClient(
            registration,
            person.getName(),
            new OAuth2AccessToken(
                OAuth2AccessToken.TokenType.BEARER,
                tokens.get("access_token").asText(),
                end.minus(Duration.ofHours(1)),
                end),
            new OAuth2RefreshToken(tokens.get("refresh_token").asText(), Instant.now())),
        person);
  }

  private JsonNode exchanged(String code) throws IOException, InterruptedException {
    String basic =
        Base64.getEncoder()
            .encodeToString((Ups.CLIENT_ID + ":" + Ups.CLIENT_SECRET).getBytes(UTF_8));
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(ups.uri().resolve("/security/v1/oauth/token"))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .header("Authorization", "Basic " + basic)
              .POST(
                  BodyPublishers.ofString(
                      "grant_type=authorization_code&code=%s&redirect_uri=%s"
                          .formatted(code, URLEncoder.encode(BenchStage.CALLBACK, UTF_8))))
              .build();
      return new ObjectMapper().readTree(http.send(request, BodyHandlers.ofString()).body());
    }
  }
}
