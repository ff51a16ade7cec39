package org.supercargo.access.key;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;

/** An OpenID Connect provider: it signs tokens and shows its public keys. */
public final class Provider implements AutoCloseable {
  public static final String AUDIENCE = "supercargo";

  private final HttpServer server;
  private RSAKey key = made("first");

  private Provider(HttpServer server) {
    this.server = server;
    server.createContext(
        "/keys",
        exchange -> {
          byte[] keys = new JWKSet(key).toString().getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, keys.length);
          exchange.getResponseBody().write(keys);
          exchange.close();
        });
  }

  public static Provider starts() {
    try {
      InetAddress here = InetAddress.getLoopbackAddress();
      HttpServer server = HttpServer.create(new InetSocketAddress(here, 0), 0);
      Provider provider = new Provider(server);
      server.start();
      return provider;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String issuer() {
    return "http://localhost:" + server.getAddress().getPort() + "/";
  }

  public String keysAt() {
    return issuer() + "keys";
  }

  /** A token that is right, to be changed. */
  public JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .issuer(issuer())
        .audience(AUDIENCE)
        .subject("4711")
        .expirationTime(Date.from(Instant.now().plusSeconds(300)));
  }

  public String signs(JWTClaimsSet claims) {
    return signs(key, claims);
  }

  /** Signed by a key that is not shown. */
  String forges(JWTClaimsSet claims) {
    return signs(made(key.getKeyID()), claims);
  }

  void turnsItsKey() {
    key = made("second");
  }

  private static String signs(RSAKey with, JWTClaimsSet claims) {
    try {
      JWSHeader header =
          new JWSHeader.Builder(JWSAlgorithm.RS256)
              .type(JOSEObjectType.JWT)
              .keyID(with.getKeyID())
              .build();
      SignedJWT token = new SignedJWT(header, claims);
      token.sign(new RSASSASigner(with));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static RSAKey made(String id) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
