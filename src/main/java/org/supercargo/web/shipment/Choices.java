package org.supercargo.web.shipment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import org.supercargo.carrier.Customs;
import org.supercargo.carrier.DeliveryConfirmation;
import org.supercargo.carrier.Notification;
import org.supercargo.carrier.Packaging;
import org.supercargo.carrier.Reference;
import org.supercargo.carrier.ReturnService;
import org.supercargo.carrier.Size;
import org.supercargo.carrier.Weight;
import org.supercargo.shipping.ShipmentState;
import org.supercargo.shipping.label.Sheet;

/** What can be chosen from; the bundle has the words. */
@Named
@ApplicationScoped
public class Choices {
  public Weight.Unit[] getWeightUnits() {
    return Weight.Unit.values();
  }

  public Size.Unit[] getSizeUnits() {
    return Size.Unit.values();
  }

  public Packaging[] getPackagings() {
    return Packaging.values();
  }

  public DeliveryConfirmation[] getConfirmations() {
    return DeliveryConfirmation.values();
  }

  public Reference.Kind[] getReferenceKinds() {
    return Reference.Kind.values();
  }

  public ReturnService[] getReturnServices() {
    return ReturnService.values();
  }

  public Notification.Event[] getEvents() {
    return Notification.Event.values();
  }

  public Customs.Reason[] getReasons() {
    return Customs.Reason.values();
  }

  public PayerForm.Kind[] getPayers() {
    return PayerForm.Kind.values();
  }

  public Sheet[] getSheets() {
    return Sheet.values();
  }

  public ShipmentState[] getStates() {
    return ShipmentState.values();
  }
}
