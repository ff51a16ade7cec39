package org.supercargo.web;

import static jakarta.faces.application.FacesMessage.SEVERITY_ERROR;
import static jakarta.faces.application.FacesMessage.SEVERITY_INFO;
import static jakarta.faces.application.FacesMessage.SEVERITY_WARN;

import jakarta.faces.application.FacesMessage.Severity;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.supercargo.account.Arrival;
import org.supercargo.carrier.CarrierMessage;

/**
 * How a trip to the carrier ended, to be shown on the next page.
 *
 * @param key the message's last part, such as {@code WrongUser} or {@code STATE_EXPIRED}
 * @param attempt the attempt that can be asked about again, when there is one
 */
public record Note(
    String key,
    @Nullable Long accountId,
    @Nullable Long attempt,
    List<String> numbers,
    String code,
    String said)
    implements Serializable {
  private static final Set<String> HEADED =
      Set.of("Regenerated", "Connected", "WrongUser", "NotProven");

  static Note of(Arrival.Reason reason, CarrierMessage said) {
    return new Note(reason.name(), null, null, List.of(), said.code(), said.text());
  }

  static Note of(Arrival arrival) {
    return switch (arrival) {
      case Arrival.Refused(var reason, var said) -> of(reason, said);
      case Arrival.Regenerated(long account, var numbers) ->
          new Note("Regenerated", account, null, List.copyOf(numbers), "", "");
      case Arrival.WrongUser(long account, var numbers, var said) ->
          new Note("WrongUser", account, null, List.copyOf(numbers), said.code(), said.text());
      case Arrival.NotProven(long account, long attempt, var said) ->
          new Note("NotProven", account, attempt, List.of(), said.code(), said.text());
      case Arrival.Connected connected ->
          new Note("Connected", connected.accountId(), null, List.of(), "", "");
      case Arrival.DetailsWanted(long attempt) ->
          new Note("DetailsWanted", null, attempt, List.of(), "", "");
    };
  }

  public String getNumberList() {
    return String.join(", ", numbers);
  }

  /** The last part of the heading's key on the account's page. */
  public String getHeading() {
    return HEADED.contains(key) ? key : "refused";
  }

  public boolean isGood() {
    return key.equals("Regenerated") || key.equals("Connected");
  }

  public CarrierMessage getCarrier() {
    return new CarrierMessage(code, said);
  }

  void say() {
    Say.with(getCarrier(), severity(), "connect." + key, getNumberList());
  }

  private Severity severity() {
    return switch (key) {
      case "Regenerated", "Connected", "DetailsWanted" -> SEVERITY_INFO;
      case "DENIED", "CARRIER_UNAVAILABLE", "NotProven" -> SEVERITY_WARN;
      default -> SEVERITY_ERROR;
    };
  }
}
