package org.supercargo.simulator.oauth;

import java.util.LinkedHashMap;
import java.util.Map;
import org.supercargo.simulator.http.Answer;
import org.supercargo.simulator.state.Tokens;

/** Tokens as UPS tells them: every value a string, a life of an hour told as 3599. */
final class TokenAnswer {
  private TokenAnswer() {}

  static Answer full(Tokens tokens) {
    String issuedAt = String.valueOf(tokens.issuedAt().toEpochMilli());
    Map<String, String> body = new LinkedHashMap<>();
    body.put("refresh_token_expires_in", told(tokens.life().refreshTokenSeconds()));
    body.put("refresh_token_status", "approved");
    body.put("token_type", "Bearer");
    body.put("issued_at", issuedAt);
    body.put("client_id", tokens.clientId());
    body.put("access_token", tokens.access());
    body.put("refresh_token", tokens.refresh());
    body.put("scope", "");
    body.put("refresh_token_issued_at", issuedAt);
    body.put("expires_in", told(tokens.life().accessTokenSeconds()));
    body.put("refresh_count", String.valueOf(tokens.refreshCount()));
    body.put("status", "approved");
    return answer(body);
  }

  /** Client credentials: six fields and no refresh token. */
  static Answer withoutUser(Tokens tokens) {
    Map<String, String> body = new LinkedHashMap<>();
    body.put("token_type", "Bearer");
    body.put("issued_at", String.valueOf(tokens.issuedAt().toEpochMilli()));
    body.put("client_id", tokens.clientId());
    body.put("access_token", tokens.access());
    body.put("expires_in", told(tokens.life().accessTokenSeconds()));
    body.put("status", "approved");
    return answer(body);
  }

  private static Answer answer(Map<String, String> body) {
    return Answer.json(200, body).with("Cache-Control", "no-store");
  }

  private static String told(long seconds) {
    return String.valueOf(seconds - 1);
  }
}
