package org.supercargo.api;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import org.supercargo.fingerprint.Fingerprint;

/** Answers with an entity tag, and with 304 to who has it already. */
final class Tagged {
  private Tagged() {}

  static Response json(Request request, Object value) {
    return bytes(request, Json.bytes(value), MediaType.APPLICATION_JSON_TYPE);
  }

  static Response bytes(Request request, byte[] body, MediaType type) {
    EntityTag tag = new EntityTag(Fingerprint.text(body));
    ResponseBuilder known = request.evaluatePreconditions(tag);
    return (known == null ? Response.ok(body, type) : known)
        .tag(tag)
        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
        .header(HttpHeaders.VARY, "Authorization, Accept")
        .build();
  }
}
