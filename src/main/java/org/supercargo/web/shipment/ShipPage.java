package org.supercargo.web.shipment;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.supercargo.access.Role;
import org.supercargo.carrier.CarrierMessage;
import org.supercargo.carrier.DocumentFormat;
import org.supercargo.carrier.OrderProblem;
import org.supercargo.carrier.RateQuestion;
import org.supercargo.carrier.ShipmentOrder;
import org.supercargo.shipping.ShipAnswer;
import org.supercargo.shipping.ShipCommand;
import org.supercargo.shipping.ShipmentRow;
import org.supercargo.shipping.ShipmentView;
import org.supercargo.shipping.Shipping;
import org.supercargo.web.Times;
import org.supercargo.web.door.AllowedTo;
import org.supercargo.web.door.CurrentPerson;

/** Ship: from addresses and packages to a label, once. */
@Named
@ViewScoped
public class ShipPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Duration JUST_NOW = Duration.ofMinutes(10);

  @Inject private Desk desk;
  @Inject private Shipping shipping;
  @Inject private Senders senders;
  @Inject private Troubles troubles;
  @Inject private Fields fields;
  @Inject private CurrentPerson person;
  @Inject private Clock clock;
  @Inject private Times times;

  /**
   * Stands for one label. It goes with the page, not with this bean: a page that is come back to
   * has a new bean, and must still mean the same label.
   */
  private @Nullable String key = newKey();

  private transient @Nullable ShipmentRow latest;

  private static String newKey() {
    return UUID.randomUUID().toString();
  }

  /** When the page is opened. */
  @AllowedTo({Role.ADMIN, Role.SHIPPER})
  public void begin() {
    latest =
        senders
            .latest(person.getName())
            .filter(row -> row.requestedAt().isAfter(clock.instant().minus(JUST_NOW)))
            .orElse(null);
  }

  /** Makes the label with the service whose button was pressed. */
  @AllowedTo({Role.ADMIN, Role.SHIPPER})
  public @Nullable String ship() {
    Reading reading = desk.reading();
    RateQuestion now = desk.question(reading);
    if (reading.problems().isEmpty() && !desk.isQuoted(now)) {
      desk.ask();
      desk.say(FacesMessage.SEVERITY_WARN, "ship.changed");
      return null;
    }
    ShipmentOrder order =
        desk.getForm()
            .order(reading, now.consignment().accountNumber(), desk.shipper(), service(), today());
    List<OrderProblem> problems = reading.with(shipping.problems(desk.id(), order));
    if (!problems.isEmpty()) {
      fields.show(problems);
      return null;
    }
    return told(shipping.ship(new ShipCommand(key(), desk.id(), order), person.actor()));
  }

  /** As the page showed it to whoever pressed: rows may have been sorted anew meanwhile. */
  private static String service() {
    return Objects.requireNonNullElse(
        FacesContext.getCurrentInstance()
            .getExternalContext()
            .getRequestParameterMap()
            .get("service"),
        "");
  }

  private @Nullable String told(ShipAnswer answer) {
    return switch (answer) {
      case ShipAnswer.Made(ShipmentView made) -> open(made);
      case ShipAnswer.Pending(ShipmentView pending) -> open(pending);
      case ShipAnswer.Refused(ShipmentView refused) -> refused("rejected", refused);
      case ShipAnswer.NotCreated(ShipmentView not) -> refused("notCreated", not);
      case ShipAnswer.NotSent not -> {
        desk.tell(not.why());
        yield null;
      }
      case ShipAnswer.Held(ShipmentView unknown) -> {
        desk.tell(Trouble.about("held", unknown.id()));
        yield null;
      }
      case ShipAnswer.Wrong(List<OrderProblem> problems) -> {
        fields.show(problems);
        yield null;
      }
      case ShipAnswer.KeyTaken(long shipment) -> {
        desk.tell(Trouble.about("taken", shipment));
        yield null;
      }
    };
  }

  private static String open(ShipmentView shipment) {
    return "/shipment?faces-redirect=true&id=" + shipment.id();
  }

  /** Nothing was made: what is corrected is another order. */
  private @Nullable String refused(String word, ShipmentView shipment) {
    key = newKey();
    CarrierMessage said = Objects.requireNonNullElse(shipment.said(), new CarrierMessage("", ""));
    desk.tell(troubles.said(word, said, shipment.row().carrier(), shipment.row().account()));
    return null;
  }

  /** Another label on purpose, after one was made of this page. */
  public void renew() {
    key = newKey();
    desk.forget();
  }

  private String key() {
    return Objects.requireNonNullElse(key, "");
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), times.zone());
  }

  public Set<DocumentFormat> getFormats() {
    return desk.getAccount() == null ? Set.of() : EnumSet.copyOf(shipping.labelFormats(desk.id()));
  }

  public @Nullable ShipmentRow getLatest() {
    return latest;
  }

  public @Nullable String getKey() {
    return key;
  }

  public void setKey(@Nullable String key) {
    this.key = key;
  }
}
