package org.supercargo.web.shipment;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.Notification;

/** Whom the carrier writes to, and about what, as the inputs of a page hold it. */
public class NotificationForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Map<String, @Nullable String> typed = new HashMap<>();
  private String[] events = {};

  List<Notification> notifications() {
    List<String> emails = Arrays.stream(emails()).filter(email -> !email.isEmpty()).toList();
    return emails.isEmpty()
        ? List.of()
        : Arrays.stream(Notification.Event.values())
            .filter(event -> Arrays.asList(events).contains(event.name()))
            .map(event -> new Notification(event, emails, Reading.optional(typed, "memo")))
            .toList();
  }

  /** Somebody to write to, but nothing to write about, or the other way round. */
  void check(Reading reading) {
    boolean nobody = Reading.text(typed, "emails").isEmpty();
    if (nobody != (events.length == 0)) {
      reading.wrong("notifications[0].emails", nobody ? "missing" : "noEvent");
    }
  }

  void fill(List<Notification> notifications) {
    events = notifications.stream().map(each -> each.event().name()).toArray(String[]::new);
    notifications.stream()
        .findFirst()
        .ifPresent(
            first -> {
              typed.put("emails", String.join(", ", first.emails()));
              typed.put("memo", first.memo());
            });
  }

  private String[] emails() {
    return Reading.text(typed, "emails").split("[\\s,;]+");
  }

  public Map<String, @Nullable String> getTyped() {
    return typed;
  }

  public String[] getEvents() {
    return events.clone();
  }

  public void setEvents(String[] events) {
    this.events = events.clone();
  }
}
