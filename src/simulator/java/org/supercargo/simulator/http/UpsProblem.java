package org.supercargo.simulator.http;

import java.util.List;
import java.util.Map;

/**
 * A refusal in UPS's own form: one status, code and message, told in the body and once more in
 * headers.
 */
public final class UpsProblem extends RuntimeException {
  private static final int LONGEST_API_MESSAGE = 60;

  private final int status;
  private final String code;
  private final String message;

  public UpsProblem(int status, String code, String message) {
    super(code + " " + message, null, false, false);
    this.status = status;
    this.code = code;
    this.message = message;
  }

  public static UpsProblem badRequest(String code, String message) {
    return new UpsProblem(400, code, message);
  }

  /**
   * The standard's number is not published for a blocked merchant; 10403 follows the row of the
   * others.
   */
  public static UpsProblem blockedMerchant() {
    return new UpsProblem(403, "10403", "Blocked Merchant");
  }

  public String message() {
    return message;
  }

  public Answer answer() {
    Object error = Map.of("code", code, "message", message);
    return Answer.json(status, Map.of("response", Map.of("errors", List.of(error))))
        .with("errorcode", code)
        .with("errordescription", asHeader(message))
        .with("apierrorcode", code)
        .with(
            "apierrormsg",
            asHeader(message.substring(0, Math.min(LONGEST_API_MESSAGE, message.length()))));
  }

  /** Messages may quote what the caller sent; a header carries printable ASCII only. */
  private static String asHeader(String text) {
    return text.replaceAll("[^\\x20-\\x7e]", "?");
  }
}
