package org.supercargo.web.shipment;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.CarrierException;
import org.supercargo.shipping.Shipping;
import org.supercargo.shipping.TrackingView;
import org.supercargo.web.Ids;
import org.supercargo.web.door.CurrentPerson;

/** Track: where a parcel is, by its number or a reference. */
@Named
@ViewScoped
public class TrackPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private Shipping shipping;
  @Inject private Senders senders;
  @Inject private Troubles troubles;
  @Inject private CurrentPerson person;

  private @Nullable String account;
  private @Nullable String subject;
  private String kind = "number";

  private transient @Nullable Way way;
  private transient @Nullable Trouble trouble;

  /** When the page is opened. */
  public void begin() {
    account = senders.of(account, person.getName()).map(id -> Long.toString(id)).orElse(null);
  }

  /** The carrier is asked at most every few minutes about the same. */
  public void look() {
    way = null;
    trouble = null;
    String wanted = Objects.requireNonNullElse(subject, "").strip();
    if (!wanted.isEmpty() && account != null) {
      look(Ids.of(account).orElseThrow(), wanted);
    }
  }

  private void look(long id, String wanted) {
    try {
      TrackingView found =
          kind.equals("reference")
              ? shipping.trackReference(id, wanted)
              : shipping.track(id, wanted);
      way = new Way(id, List.of(found), null);
    } catch (CarrierException away) {
      trouble = troubles.of(away, senders.carrier(id), id);
    }
  }

  /** Whether there is no account to ask with. */
  public boolean isClosed() {
    return account == null && senders.isEmpty();
  }

  public @Nullable Way getWay() {
    return way;
  }

  public @Nullable Trouble getTrouble() {
    return trouble;
  }

  public @Nullable String getAccount() {
    return account;
  }

  /** Where none is chosen the one before stays. */
  public void setAccount(@Nullable String account) {
    this.account = account == null ? this.account : account;
  }

  public @Nullable String getSubject() {
    return subject;
  }

  public void setSubject(@Nullable String subject) {
    this.subject = subject;
  }

  public String getKind() {
    return kind;
  }

  public void setKind(String kind) {
    this.kind = kind;
  }
}
