package org.supercargo.web.shipment;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.supercargo.access.Role;
import org.supercargo.carrier.Advice;
import org.supercargo.carrier.CarrierException;
import org.supercargo.carrier.CarrierMessage;
import org.supercargo.carrier.Document;
import org.supercargo.carrier.DocumentFormat;
import org.supercargo.carrier.Service;
import org.supercargo.shipping.PieceState;
import org.supercargo.shipping.ShipmentState;
import org.supercargo.shipping.ShipmentView;
import org.supercargo.shipping.Shipping;
import org.supercargo.shipping.VoidReply;
import org.supercargo.shipping.WireQuery;
import org.supercargo.shipping.WireView;
import org.supercargo.shipping.label.NotPrintable;
import org.supercargo.shipping.label.Sheet;
import org.supercargo.web.Ids;
import org.supercargo.web.door.AllowedTo;
import org.supercargo.web.door.CurrentPerson;
import org.supercargo.web.door.Words;

/** One shipment: how it stands, its labels, where it is, and taking it back. */
@Named
@ViewScoped
public class ShipmentPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private Shipping shipping;
  @Inject private Troubles troubles;
  @Inject private Advices advices;
  @Inject private CurrentPerson person;
  @Inject private Words words;

  private @Nullable String id;
  private @Nullable String parcel;
  private @Nullable String wanted;
  private boolean wired;

  private transient @Nullable ShipmentView view;
  private transient @Nullable Way way;
  private transient @Nullable Trouble trouble;

  /** When the page is opened. */
  public void begin() throws IOException {
    if (Ids.of(id).flatMap(shipping::view).isEmpty()) {
      FacesContext faces = FacesContext.getCurrentInstance();
      faces.getExternalContext().responseSendError(404, "");
      faces.responseComplete();
    }
  }

  /** Looks again, while nobody knows yet. What it has become is another page, heading and all. */
  public void look() throws IOException {
    view = null;
    if (!isUnderway()) {
      ExternalContext answer = FacesContext.getCurrentInstance().getExternalContext();
      answer.redirect(answer.getRequestContextPath() + "/shipment?id=" + getView().id());
    }
  }

  /** Whether it becomes something else by itself. */
  public boolean isUnderway() {
    return getView().state().isOpen() || getView().state() == ShipmentState.VOID_REQUESTED;
  }

  // --- labels ---

  /** On paper, as one PDF. */
  @AllowedTo({Role.ADMIN, Role.SHIPPER})
  public void print(String sheet) throws IOException {
    download(
        () -> shipping.paper(List.of(getView().id()), Sheet.valueOf(sheet), person.actor()),
        name());
  }

  /** What a thermal printer takes as it is. */
  @AllowedTo({Role.ADMIN, Role.SHIPPER})
  public void raw() throws IOException {
    download(
        () ->
            Printed.together(shipping.labels(getView().id(), thermal(), person.actor()), thermal()),
        name());
  }

  /** Asks the carrier for the labels once more. */
  @AllowedTo({Role.ADMIN, Role.SHIPPER})
  public void recover() {
    trouble = null;
    try {
      view = shipping.recover(getView().id(), person.actor());
      words.tell(FacesMessage.SEVERITY_INFO, "shipment.recovered");
    } catch (CarrierException away) {
      tell(away);
    }
  }

  private void download(Printed.Making making, String name) throws IOException {
    trouble = null;
    try {
      Document paper = making.make();
      Downloads.answer(FacesContext.getCurrentInstance(), paper, name);
    } catch (CarrierException away) {
      tell(away);
    } catch (NotPrintable broken) {
      words.tell(FacesMessage.SEVERITY_ERROR, "shipment.notPrintable");
    }
  }

  private String name() {
    return "label-" + Optional.ofNullable(getView().row().number()).orElse("" + getView().id());
  }

  private DocumentFormat thermal() {
    DocumentFormat wished = getView().order().label().format();
    return wished.isForPrinters() ? wished : DocumentFormat.ZPL;
  }

  // --- where it is ---

  /** The carrier is asked at most every few minutes, however often this is called. */
  public void track() {
    long account = getView().row().account();
    try {
      way = new Way(account, shipping.track(getView().id()), null);
    } catch (CarrierException away) {
      way = new Way(account, List.of(), troubles.of(away, getView().row().carrier(), account));
    }
    view = null;
  }

  // --- taking back ---

  /** Opens the box that asks; a parcel's number, or nothing for the whole. */
  @AllowedTo({Role.ADMIN, Role.SHIPPER})
  public void wantBack(@Nullable String trackingNumber) {
    parcel = trackingNumber;
  }

  @AllowedTo({Role.ADMIN, Role.SHIPPER})
  public void takeBack() {
    trouble = null;
    way = null;
    Set<String> numbers = parcel == null ? Set.of() : Set.of(parcel);
    VoidReply reply = shipping.takeBack(getView().id(), numbers, person.actor());
    view = reply.shipment();
    switch (reply) {
      case VoidReply.Voided done -> words.tell(FacesMessage.SEVERITY_INFO, "shipment.void.done");
      case VoidReply.Pending wait -> words.tell(FacesMessage.SEVERITY_WARN, "shipment.void.wait");
      case VoidReply.NotVoidable not -> words.tell(FacesMessage.SEVERITY_WARN, "shipment.void.not");
      case VoidReply.Refused(ShipmentView now, CarrierMessage said) -> refused(now, said);
    }
  }

  /** What is said of the whole, the page tells of it in any case. */
  private void refused(ShipmentView now, CarrierMessage said) {
    if (now.state() != ShipmentState.VOID_REFUSED) {
      trouble = troubles.said("voidRefused", said, now.row().carrier(), now.row().account());
    }
  }

  private void tell(CarrierException away) {
    trouble = troubles.of(away, getView().row().carrier(), getView().row().account());
  }

  // --- what is shown ---

  public ShipmentView getView() {
    if (view == null) {
      view = Ids.of(id).flatMap(shipping::view).orElseThrow();
    }
    return view;
  }

  /** Null until somebody asks. */
  public @Nullable Way getWay() {
    return way;
  }

  /** What the carrier's words mean when it refused; null when nobody knows more. */
  public @Nullable Advice getAdvice() {
    CarrierMessage said = getView().said();
    return said == null ? null : advices.of(getView().row().carrier(), said).orElse(null);
  }

  /** Whether the account's page has the remedy. */
  public boolean isAccountToBlame() {
    CarrierMessage said = getView().said();
    return said != null && advices.blameTheAccount(getView().row().carrier(), said);
  }

  public String getService() {
    ShipmentView now = getView();
    return shipping
        .services(
            now.row().account(),
            now.order().consignment().origin().address().country(),
            now.row().toCountry())
        .stream()
        .filter(service -> service.code().equals(now.row().service()))
        .findFirst()
        .map(Service::name)
        .orElse(now.row().service());
  }

  /** Labels that can be looked at. */
  public List<ShipmentView.Paper> getPictures() {
    Set<String> standing =
        getView().packages().stream()
            .filter(piece -> piece.state() != PieceState.VOIDED)
            .map(ShipmentView.Piece::trackingNumber)
            .collect(java.util.stream.Collectors.toSet());
    return getView().documents().stream()
        .filter(paper -> paper.label() && paper.kept())
        .filter(paper -> PaperServlet.isPicture(paper.format()))
        .filter(paper -> standing.contains(paper.trackingNumber()))
        .toList();
  }

  public boolean isPrintable() {
    return getView().givesLabel();
  }

  public List<ShipmentView.Paper> getPapers() {
    return getView().documents().stream().filter(paper -> !paper.label()).toList();
  }

  /** What went over the wire, once it is asked for. */
  public void showWire() {
    wired = true;
  }

  public List<WireView> getWire() {
    return wired ? shipping.wire(WireQuery.of(getView().id(), wanted)) : List.of();
  }

  /** A text that has to stand in what is shown of it. */
  public @Nullable String getWanted() {
    return wanted;
  }

  public void setWanted(@Nullable String wanted) {
    this.wanted = wanted;
  }

  public boolean isWired() {
    return wired;
  }

  public boolean isOneOfSeveral() {
    return parcel != null;
  }

  public @Nullable String getParcel() {
    return parcel;
  }

  public @Nullable Trouble getTrouble() {
    return trouble;
  }

  /** What the account's labels are printed on: its button stands out. */
  public Sheet getUsualSheet() {
    return shipping.defaults(getView().row().account()).sheet();
  }

  public @Nullable String getId() {
    return id;
  }

  public void setId(@Nullable String id) {
    this.id = id;
  }
}
