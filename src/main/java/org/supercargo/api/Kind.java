package org.supercargo.api;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of problems there are; of one status, the one without a cause of its own first. */
enum Kind {
  MALFORMED(400, "The request can't be read"),
  UNAUTHENTICATED(401, "Who calls is not known"),
  FORBIDDEN(403, "Not permitted"),
  NOT_FOUND(404, "Nothing here"),
  METHOD_NOT_ALLOWED(405, "Not with this method"),
  NOT_ACCEPTABLE(406, "Not to be had as this media type"),
  CONFLICT(409, "Not in this state"),
  TOO_LARGE(413, "The body is too large"),
  UNSUPPORTED_MEDIA_TYPE(415, "Not taken as this media type"),
  INVALID(422, "The request can't be right"),
  TOO_MANY_REQUESTS(429, "Too many requests"),
  CARRIER_REFUSED(422, "The carrier says no"),
  KEY_TAKEN(422, "The Idempotency-Key is taken"),
  VOID_REFUSED(409, "The carrier did not take it back"),
  HELD(409, "One just like it is not known yet"),
  NOT_CREATED(409, "The shipment was not made"),
  RECONNECT_NEEDED(409, "The account has to be connected again"),
  APPLICATION_REFUSED(502, "The carrier refuses this installation"),
  FAILED(500, "Something went wrong here"),
  UNAVAILABLE(503, "Not to be had now");

  private final int status;
  private final String title;

  Kind(int status, String title) {
    this.status = status;
    this.title = title;
  }

  static Optional<Kind> of(int status) {
    return Arrays.stream(values()).filter(kind -> kind.status == status).findFirst();
  }

  int status() {
    return status;
  }

  String title() {
    return title;
  }

  /** A name and not an address: an installation has no public place for explanations. */
  String type() {
    return "urn:supercargo:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
