package org.supercargo.simulator.http;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.supercargo.simulator.state.PreparedAnswer.Cut;

/**
 * A request as it arrived, and how it ended: the status once it is answered, or where it was cut.
 */
public final class Call {
  private final String operation;
  private final Instant at;
  private final Request request;
  private volatile Integer status;
  private volatile String cut;

  Call(String operation, Instant at, Request request) {
    this.operation = operation;
    this.at = at;
    this.request = request;
  }

  String operation() {
    return operation;
  }

  void answered(int withStatus) {
    status = withStatus;
  }

  void cut(Cut where) {
    cut = where.word();
  }

  /** The line for the log: no query, no headers, no body, for they carry secrets. */
  @Override
  public String toString() {
    String end = cut == null ? String.valueOf(status) : "cut " + cut;
    return at + " " + operation + " " + request.method() + " " + request.path() + " " + end;
  }

  public Map<String, Object> asJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("operation", operation);
    json.put("at", at.toString());
    json.put("method", request.method());
    json.put("path", request.path());
    json.put("query", request.rawQuery());
    json.put("headers", request.headers());
    json.put("body", request.body());
    json.put("status", status);
    json.put("cut", cut);
    return json;
  }
}
